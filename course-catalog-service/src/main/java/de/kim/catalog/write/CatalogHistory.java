package de.kim.catalog.write;

/** What happened to providers and courses, as it is stored. */
public sealed interface CatalogHistory permits ProviderHistory, CourseHistory {}

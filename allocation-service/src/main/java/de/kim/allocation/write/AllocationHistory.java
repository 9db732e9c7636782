package de.kim.allocation.write;

/** Everything this service stores. */
public sealed interface AllocationHistory
        permits CoursePlacesHistory,
                PlacementHistory,
                ClearingRoundHistory,
                PublishedRulebookHistory {}

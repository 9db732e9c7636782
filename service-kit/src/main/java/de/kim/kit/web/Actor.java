package de.kim.kit.web;

/**
 * Who acts: an organisation of the network, never a person. Endpoints take it as a parameter. Until
 * sign-in exists it is read from the header {@code Kim-Body} and services listen on loopback only.
 *
 * @param body the organisation's code, for example {@code jobcenter-stadt}
 */
public record Actor(String body) {}

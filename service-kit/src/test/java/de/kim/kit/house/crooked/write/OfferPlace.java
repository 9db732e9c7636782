package de.kim.kit.house.crooked.write;

import org.springframework.http.HttpStatus;

record OfferPlace(HttpStatus status) {}

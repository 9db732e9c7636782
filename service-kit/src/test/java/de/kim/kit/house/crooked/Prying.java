package de.kim.kit.house.crooked;

import de.kim.kit.house.crooked.neighbour.Neighbour;

record Prying(Neighbour neighbour) {}

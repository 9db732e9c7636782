package de.kim.kit.house.crooked.unmarked;

record Unmarked() {}

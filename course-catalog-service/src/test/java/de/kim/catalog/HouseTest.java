package de.kim.catalog;

import de.kim.kit.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
    @Test
    void the_house_rules_hold() {
        HouseRules.check(CatalogService.class);
    }
}

package de.kim.kit.house.crooked.react;

import de.kim.kit.house.crooked.write.Desk;

record WhenItRainsThenAskTheDesk(Desk desk) {}

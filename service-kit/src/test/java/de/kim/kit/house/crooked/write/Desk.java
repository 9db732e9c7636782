package de.kim.kit.house.crooked.write;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class Desk {}

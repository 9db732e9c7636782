package de.kim.kit.house.crooked.read;

import org.axonframework.commandhandling.gateway.CommandGateway;

record CommandingView(CommandGateway commands) {}

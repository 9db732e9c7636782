package de.kim.kit.door;

import de.kim.kit.store.PublicNumbering;

/** Numbers exactly those stored events that the service's {@link OutDoor} says. */
final class OutboxNumbering implements PublicNumbering {
    private final OutDoor<?> door;

    OutboxNumbering(OutDoor<?> door) {
        this.door = door;
    }

    @Override
    public boolean isPublic(Object payload) {
        return OutboxPublisher.say(door, payload) instanceof Saying.Publish;
    }
}

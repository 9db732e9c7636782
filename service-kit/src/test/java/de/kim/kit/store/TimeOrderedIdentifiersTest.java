package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {
    @Test
    void axon_gives_messages_ids_that_begin_with_the_time() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(before, System.currentTimeMillis());
    }

    @Test
    void ids_differ() {
        assertThat(
                        Stream.generate(IdentifierFactory.getInstance()::generateIdentifier)
                                .limit(100_000))
                .doesNotHaveDuplicates();
    }
}

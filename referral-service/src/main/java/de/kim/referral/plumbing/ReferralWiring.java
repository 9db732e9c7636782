package de.kim.referral.plumbing;

import de.kim.kit.heard.HeardRulebooks;
import de.kim.kit.heard.TakenPlaces;
import de.kim.kit.refusal.Refused;
import de.kim.kit.store.StoredEventTypes;
import de.kim.referral.read.ReferralProjection;
import de.kim.referral.read.TestDateProjection;
import de.kim.referral.write.IntakeHistory;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.TestDateCommand;
import de.kim.referral.write.vault.FolderKeyStore;
import de.kim.referral.write.vault.VaultErasure;
import de.kim.rules.Rulebooks;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Axon cannot find by itself. */
@Configuration(proxyBeanMethods = false)
class ReferralWiring {
    /** The names under which events are stored. */
    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(IntakeHistory.class);
    }

    /** The rules that intake needs: sections of a course type, validity of a legal basis. */
    @Bean
    HeardRulebooks rulebooks(JdbcClient jdbc) {
        return new HeardRulebooks(jdbc, Rulebooks.FIRST);
    }

    @Bean
    TakenPlaces takenPlaces(JdbcClient jdbc) {
        return new TakenPlaces(jdbc);
    }

    @Bean
    FolderKeyStore keyStore(KeySettings settings) {
        return new FolderKeyStore(settings.folder(), settings.secret());
    }

    /** In the unit of work of the event, and a failure fails it: Axon would only log. */
    @Autowired
    void processors(EventProcessingConfigurer processing) {
        for (String name :
                List.of(ReferralProjection.NAME, TestDateProjection.NAME, VaultErasure.NAME)) {
            processing
                    .registerSubscribingEventProcessor(name)
                    .registerListenerInvocationErrorHandler(
                            name, axon -> PropagatingErrorHandler.instance());
        }
    }

    /**
     * That there is no such referral or test date is an answer, whoever asks; under the id of the
     * one, the other is not found either.
     */
    @Autowired
    void unknownReferrals(CommandBus commands) {
        commands.registerHandlerInterceptor(
                (unitOfWork, chain) -> {
                    try {
                        return chain.proceed();
                    } catch (AggregateNotFoundException | IncompatibleAggregateException e) {
                        throw new Refused(
                                unitOfWork.getMessage().getPayload() instanceof TestDateCommand
                                        ? ReferralRefusal.TEST_DATE_NOT_FOUND
                                        : ReferralRefusal.REFERRAL_NOT_FOUND);
                    }
                });
    }
}

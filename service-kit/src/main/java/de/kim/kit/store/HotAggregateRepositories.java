package de.kim.kit.store;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.StringUtils;

/**
 * Gives every {@link Aggregate} of the service a {@link HotAggregateRepository}, under the bean
 * name by which Axon finds it: the aggregate's simple name followed by {@code Repository}.
 */
final class HotAggregateRepositories implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        for (String aggregate : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            Class<?> type = beans.getType(aggregate);
            if (type != null) {
                register(registry, beans, type);
            }
        }
    }

    private static <T> void register(
            BeanDefinitionRegistry registry, BeanFactory beans, Class<T> type) {
        String name = StringUtils.uncapitalize(type.getSimpleName()) + "Repository";
        if (!registry.containsBeanDefinition(name)) {
            RootBeanDefinition definition = new RootBeanDefinition();
            definition.setTargetType(
                    ResolvableType.forClassWithGenerics(HotAggregateRepository.class, type));
            definition.setInstanceSupplier(() -> repository(beans, type));
            registry.registerBeanDefinition(name, definition);
        }
    }

    private static <T> HotAggregateRepository<T> repository(BeanFactory beans, Class<T> type) {
        Configuration axon = beans.getBean(Configuration.class);
        EventSourcingRepository.Builder<T> builder =
                EventSourcingRepository.builder(type)
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(type))
                        .spanFactory(axon.getComponent(RepositorySpanFactory.class))
                        .repositoryProvider(axon::repository);
        return new HotAggregateRepository<>(
                builder, beans.getBean(EventStore.class), beans.getBean(HotAggregates.class));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}

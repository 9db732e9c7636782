package de.kim.kit.store;

import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
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
                register(registry, type);
            }
        }
    }

    /** Nothing in it needs code at run time, so Spring can write it down during the build. */
    private static void register(BeanDefinitionRegistry registry, Class<?> type) {
        String name = StringUtils.uncapitalize(type.getSimpleName()) + "Repository";
        if (!registry.containsBeanDefinition(name)) {
            RootBeanDefinition definition = new RootBeanDefinition(HotAggregateRepository.class);
            definition.setTargetType(
                    ResolvableType.forClassWithGenerics(HotAggregateRepository.class, type));
            definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
            definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
            registry.registerBeanDefinition(name, definition);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}

package de.kim.kit.web;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The parameters that endpoints take by type alone. */
final class KitParameters implements HandlerMethodArgumentResolver {
    private static final Map<Class<?>, Function<NativeWebRequest, Object>> READERS =
            Map.of(
                    Actor.class, r -> Actor.current(),
                    IfMatch.class, r -> IfMatch.ofHeader(r.getHeader("If-Match")),
                    PageQuery.class,
                            r -> PageQuery.of(r.getParameter("cursor"), r.getParameter("limit")));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return READERS.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Function<NativeWebRequest, Object> reader = READERS.get(parameter.getParameterType());
        if (reader == null) {
            throw new IllegalArgumentException("not a parameter of the kit");
        }
        return reader.apply(request);
    }
}

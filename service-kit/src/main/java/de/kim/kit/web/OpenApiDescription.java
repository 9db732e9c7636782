package de.kim.kit.web;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says of every operation: headers, pages and problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    private static final String PROBLEM = "Problem";
    private static final String SIGN_IN = "signIn";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, IfMatch.class, PageQuery.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name:kim}") String service) {
        return new OpenAPI().info(new Info().title(service).version("1"));
    }

    @Bean
    ModelConverter requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    @Bean
    OpenApiCustomizer problemsDescribed() {
        return api -> {
            Components components = api.getComponents();
            ModelConverters.getInstance(true)
                    .readAll(Problem.class)
                    .forEach(components::addSchemas);
            components.addResponses(PROBLEM, problem());
            components.addSecuritySchemes(
                    SIGN_IN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description(
                                    "Access token of the OpenID provider, with the claims body"
                                            + " and roles; x-roles says which are needed"));
        };
    }

    @Bean
    OperationCustomizer headersAndProblemsOfEveryOperation() {
        return (operation, method) -> {
            if (isPost(method)) {
                operation.addParametersItem(
                        header(
                                IdempotencyKey.HEADER,
                                "1 to 128 visible ASCII characters; the same request with the same key has one effect",
                                true));
            }
            if (method.hasMethodAnnotation(DryRun.class)) {
                operation.addParametersItem(
                        header(
                                DryRun.HEADER,
                                "true: answer as usual, and store and publish nothing",
                                false));
            }
            Allow allow = method.getMethodAnnotation(Allow.class);
            if (allow != null) {
                operation.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
                operation.addExtension("x-roles", roles(allow));
            }
            if (takes(method, IfMatch.class)) {
                operation.addParametersItem(
                        header(
                                "If-Match",
                                "The ETag last seen; another version is refused with 412",
                                false));
            }
            if (takes(method, PageQuery.class)) {
                addPage(operation);
            }
            operation.getResponses().addApiResponse("default", reference());
            return operation;
        };
    }

    private static void addPage(Operation operation) {
        operation.addParametersItem(
                query("cursor", "nextCursor of the page before", new StringSchema()));
        Schema<?> limit =
                new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageQuery.MAX_LIMIT));
        limit.setDefault(PageQuery.DEFAULT_LIMIT);
        operation.addParametersItem(query("limit", "Most items of the page", limit));
    }

    private static List<String> roles(Allow allow) {
        return Arrays.stream(allow.value()).map(Role::claim).toList();
    }

    private static boolean isPost(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PostMapping.class);
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(type);
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }

    private static ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + PROBLEM);
    }

    private static ApiResponse problem() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Refused or failed, RFC 9457; code says why")
                .content(
                        new Content()
                                .addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }
}

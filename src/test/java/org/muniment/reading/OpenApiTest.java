package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The front end's types are generated from `frontend/openapi.json`; this keeps that file what the server really says.
@SpringBootTest(
        classes = OpenApiTest.Described.class,
        properties = {"springdoc.writer-with-order-by-keys=true"})
@AutoConfigureMockMvc(addFilters = false)
class OpenApiTest {
    private static final Path KEPT = Path.of("frontend/openapi.json");
    private static final String COMMAND =
            "mvn -Dtest=OpenApiTest -Dopenapi.write=true test && npm --prefix frontend run schema";

    @Test
    void theKeptDescriptionIsWhatTheServerSays(@Autowired MockMvcTester server) throws Exception {
        String said = readable(
                server.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());
        if (Boolean.getBoolean("openapi.write")) Files.writeString(KEPT, said);
        assertThat(Files.readString(KEPT))
                .as("The API changed. Bring the front end's types up to date with:\n%s", COMMAND)
                .isEqualTo(said);
    }

    private static String readable(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        return mapper.writeValueAsString(mapper.readValue(json, Object.class)) + "\n";
    }

    /// Controllers alone, made without their constructors and so without an archive: their signatures say everything.
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.muniment.audit",
                "org.muniment.collection",
                "org.muniment.correspondence",
                "org.muniment.deadline",
                "org.muniment.delivery",
                "org.muniment.detection",
                "org.muniment.fee",
                "org.muniment.health",
                "org.muniment.integrity",
                "org.muniment.law",
                "org.muniment.operator",
                "org.muniment.passkey",
                "org.muniment.people",
                "org.muniment.privilege",
                "org.muniment.production",
                "org.muniment.reading",
                "org.muniment.request",
                "org.muniment.review",
                "org.muniment.settings",
                "org.muniment.singlesignon",
                "org.muniment.transparency"
            },
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
    static class Described {
        static {
            SpringDocUtils.getConfig()
                    .replaceWithClass(AccessionNumber.class, Long.class)
                    .replaceWithClass(ZoneId.class, String.class)
                    .addRequestWrapperToIgnore(Actor.class, Reader.class);
        }

        @Bean
        static BeanFactoryPostProcessor controllersWithoutAnArchive() {
            return factory -> {
                for (String name : factory.getBeanNamesForAnnotation(RestController.class)) {
                    Class<?> type = Objects.requireNonNull(factory.getType(name));
                    if (!type.getPackageName().startsWith("org.muniment")) continue;
                    AbstractBeanDefinition controller = (AbstractBeanDefinition) factory.getBeanDefinition(name);
                    controller.setInstanceSupplier(() -> new SpringObjenesis().newInstance(type));
                }
            };
        }

        @Bean
        GlobalOpenApiCustomizer withoutTheTestsPort() {
            return api -> api.setServers(null);
        }

        @Bean
        RecordsSayWhatIsAlwaysThere recordsSayWhatIsAlwaysThere() {
            return new RecordsSayWhatIsAlwaysThere();
        }
    }
}

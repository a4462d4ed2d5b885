package org.muniment.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muniment.access.EndpointRules.Rule;
import org.muniment.alarm.Alarms;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint, every role, nobody, and a reader without a purpose. The controllers are made without what they work
/// with: who gets past the rule meets an error (500) or a malformed request (400), never a refusal.
@SpringBootTest(classes = EveryEndpointTest.ControllersAlone.class, properties = "logging.level.org.muniment.web=OFF")
@AutoConfigureMockMvc(addFilters = false, print = MockMvcPrint.NONE)
class EveryEndpointTest {
    private static final String PURPOSE_NEEDED = "urn:muniment:problem:purpose-needed";

    private final MockMvcTester server;
    private final Map<String, HandlerMethod> endpoints = new TreeMap<>();
    private final Map<String, MediaType> bodies = new TreeMap<>();

    EveryEndpointTest(
            @Autowired MockMvcTester server,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.server = server;
        mappings.getHandlerMethods().forEach(this::keep);
    }

    @Test
    void everyEndpointHasARuleAndEveryRuleAnEndpoint() {
        assertThat(EndpointRules.all().keySet())
                .as("Write into EndpointRules.TABLE who may call the new endpoint, and why not others")
                .containsExactlyInAnyOrderElementsOf(endpoints.keySet());
    }

    @Test
    void noEndpointIsOutsideWhatTheRuleGuards() {
        assertThat(endpoints.keySet())
                .allSatisfy(endpoint -> assertThat(endpoint).matches("(GET|POST|PUT|PATCH|DELETE) /(?:api|log)/.*"));
    }

    @Test
    void nobodyIsAnsweredWithoutSigningIn() {
        EndpointRules.all().forEach((endpoint, rule) -> {
            MockHttpServletResponse answer = answer(endpoint, SignedInAs.nobody());
            if (rule.isForAnybody()) isNoRefusal(endpoint, "nobody", answer);
            else assertThat(answer.getStatus()).as(endpoint + " for nobody").isEqualTo(401);
        });
    }

    @Test
    void everyRoleIsAnsweredOrRefusedAsTheTableSays() {
        EndpointRules.all().forEach((endpoint, rule) -> {
            for (Role role : Role.values()) {
                MockHttpServletResponse answer =
                        answer(endpoint, SignedInAs.a(role).reading());
                if (rule.admits(role)) isNoRefusal(endpoint, role.name(), answer);
                else
                    assertThat(answer.getStatus()).as(endpoint + " for " + role).isEqualTo(403);
            }
        });
    }

    @Test
    void somebodyWithoutAnyRoleReachesOnlyWhatIsForWhoeverIsSignedIn() {
        EndpointRules.all().forEach((endpoint, rule) -> {
            MockHttpServletResponse answer = answer(endpoint, SignedInAs.a().reading());
            boolean isForAll = rule.isForAnybody() || rule.roles().size() == Role.values().length;
            if (isForAll) isNoRefusal(endpoint, "no role", answer);
            else assertThat(answer.getStatus()).as(endpoint + " without a role").isEqualTo(403);
        });
    }

    @Test
    void whatReadsMailNeedsAPurpose() throws Exception {
        for (Map.Entry<String, Rule> entry : EndpointRules.all().entrySet()) {
            if (!entry.getValue().needsPurpose()) continue;
            String endpoint = entry.getKey();
            assertThat(endpoints.get(endpoint).getMethod().getParameterTypes())
                    .as(endpoint + " takes a Reader, who has stated a purpose")
                    .contains(Reader.class);
            for (Role role : Role.values()) {
                if (!entry.getValue().admits(role)) continue;
                MockHttpServletResponse answer = answer(endpoint, SignedInAs.a(role));
                assertThat(answer.getStatus()).as(endpoint + " for " + role).isIn(409, 400);
                if (answer.getStatus() == 409)
                    assertThat(answer.getContentAsString()).contains(PURPOSE_NEEDED);
            }
        }
    }

    @Test
    void whoCannotReadMailHasNoEndpointThatReadsIt() {
        EndpointRules.all().forEach((endpoint, rule) -> {
            if (!rule.needsPurpose() && !rule.readsForItsRequest()) return;
            assertThat(rule.roles()).as(endpoint).allMatch(Role::readsMail);
        });
        endpoints.forEach((endpoint, handler) -> {
            boolean takesReader =
                    Arrays.asList(handler.getMethod().getParameterTypes()).contains(Reader.class);
            Rule rule = EndpointRules.all().get(endpoint);
            assertThat(rule.needsPurpose() || rule.readsForItsRequest())
                    .as(endpoint)
                    .isEqualTo(takesReader);
        });
    }

    @Test
    void whatReadsMailForARequestHasItsNumberInTheAddressAndNeedsNoOtherPurpose() throws Exception {
        for (Map.Entry<String, Rule> entry : EndpointRules.all().entrySet()) {
            String endpoint = entry.getKey();
            boolean isOfRequest = endpoint.matches("[A-Z]+ /api/requests/\\{id}/.*");
            if (entry.getValue().needsPurpose())
                assertThat(isOfRequest).as(endpoint + " reads for its request").isFalse();
            if (!entry.getValue().readsForItsRequest()) continue;
            assertThat(isOfRequest).as(endpoint).isTrue();
            for (Role role : Role.values()) {
                if (!entry.getValue().admits(role)) continue;
                MockHttpServletResponse answer = answer(endpoint, SignedInAs.a(role));
                assertThat(answer.getContentAsString())
                        .as(endpoint + " for " + role)
                        .doesNotContain(PURPOSE_NEEDED);
            }
        }
    }

    private static void isNoRefusal(String endpoint, String who, MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(endpoint + " for " + who).isNotIn(401, 403, 404, 405, 415);
    }

    private MockHttpServletResponse answer(String endpoint, SignedInAs who) {
        String[] words = endpoint.split(" ", 2);
        String address = words[1].replaceAll("\\{[^}]*}", "1");
        return server.method(HttpMethod.valueOf(words[0]))
                .uri(address)
                .param("q", "budget")
                .contentType(bodies.getOrDefault(endpoint, MediaType.APPLICATION_JSON))
                .content("{}")
                .with(who)
                .exchange()
                .getResponse();
    }

    private void keep(RequestMappingInfo info, HandlerMethod handler) {
        if (!handler.getBeanType().getName().startsWith("org.muniment.")) return;
        for (String method : methodsOf(info)) {
            for (String pattern : info.getPatternValues()) {
                String endpoint = method + " " + withoutPatterns(pattern);
                endpoints.put(endpoint, handler);
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .ifPresent(type -> bodies.put(endpoint, type));
            }
        }
    }

    private static Iterable<String> methodsOf(RequestMappingInfo info) {
        assertThat(info.getMethodsCondition().getMethods())
                .as("%s names its methods", info)
                .isNotEmpty();
        return info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
    }

    /// `/a/{b:\d{1,18}}/c` becomes `/a/{b}/c`.
    private static String withoutPatterns(String pattern) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean isName = true;
        for (char letter : pattern.toCharArray()) {
            if (letter == '{' && depth++ == 0) isName = true;
            if (depth > 0 && letter == ':') isName = false;
            if (letter == '}' && --depth == 0) isName = true;
            if (isName) plain.append(letter);
        }
        return plain.toString();
    }

    /// All controllers of the program and the rules before them, made without their constructors.
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.muniment",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter({RestController.class, Controller.class, RestControllerAdvice.class}),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = WhoAsks.class)
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = OfTests.class))
    static class ControllersAlone {
        @Bean
        static BeanFactoryPostProcessor withoutWhatTheyWorkWith() {
            return factory -> {
                for (String name : factory.getBeanDefinitionNames()) {
                    Class<?> type = factory.getType(name);
                    if (type == null || !type.getName().startsWith("org.muniment.")) continue;
                    if (!AnnotatedElementUtils.hasAnnotation(type, Controller.class)) continue;
                    AbstractBeanDefinition definition = (AbstractBeanDefinition) factory.getBeanDefinition(name);
                    definition.setInstanceSupplier(
                            () -> new SpringObjenesis().newInstance(Objects.requireNonNull(type)));
                }
            };
        }

        /// Refusals are written down before they are answered.
        @Bean(destroyMethod = "close")
        AuditTrail trail() throws IOException {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/endpoints")), "audit");
            WorkflowDatabase workflow = WorkflowDatabase.in(folder.resolve("workflow"));
            ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
            Alarms alarms = Alarms.in(workflow, InstantSource.system());
            return AuditTrail.in(folder.resolve("audit"), settings, workflow, alarms, InstantSource.system());
        }
    }

    static final class OfTests implements TypeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().toString().contains("/test-classes/");
        }
    }
}

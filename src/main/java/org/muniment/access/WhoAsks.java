package org.muniment.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// This is where controllers meet people: who may call is checked first, then `Actor` and `Reader` parameters are
/// filled in. Under `/api/requests/{id}/` a `Reader` reads for that request; elsewhere for the purpose stated.
@Configuration
class WhoAsks implements WebMvcConfigurer {
    private static final String OF_A_REQUEST = "/api/requests/";

    private final ObjectProvider<RequestReaders> requests;

    WhoAsks(ObjectProvider<RequestReaders> requests) {
        this.requests = requests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowedOnly()).addPathPatterns("/api/**", "/log/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PersonArgument(requests));
    }

    private record PersonArgument(ObjectProvider<RequestReaders> requests) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Reader.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            ServletRequest request = (ServletRequest) web.getNativeRequest();
            Actor actor = Asking.actorOf(request).orElseThrow(SignInNeeded::new);
            if (parameter.getParameterType() == Actor.class) return actor;
            if (!actor.readsMail()) throw new MailIsNotYoursToRead();
            Optional<String> ofRequest = requestInAddress((HttpServletRequest) request);
            if (ofRequest.isPresent()) return requests.getObject().readerOf(ofRequest.get(), actor);
            return new Reader(actor, Asking.purposeOf(request).orElseThrow(PurposeNeeded::new));
        }

        private static Optional<String> requestInAddress(HttpServletRequest request) {
            if (!request.getRequestURI().startsWith(OF_A_REQUEST)) return Optional.empty();
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                    ? Optional.ofNullable(variables.get("id")).map(Object::toString)
                    : Optional.empty();
        }
    }
}

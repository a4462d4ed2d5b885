package org.muniment.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// This is the rule before every method of a controller under `/api/`: who is not [Allowed] is refused before the
/// method's parameters are even read. A method without a rule is refused to all.
final class AllowedOnly implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) check(rule(method), request);
        return true;
    }

    /// The method's own rule, or else its class's.
    private static @Nullable Allowed rule(HandlerMethod method) {
        Allowed own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
    }

    private static void check(@Nullable Allowed rule, HttpServletRequest request) {
        if (rule == null) throw new NotYourRole(Set.of());
        if (rule.to() == Allowed.Everyone.ANYBODY) return;
        Actor actor = Asking.actorOf(request).orElseThrow(SignInNeeded::new);
        if (rule.to() == Allowed.Everyone.SIGNED_IN) return;
        Set<Role> roles = Arrays.stream(rule.value()).collect(Collectors.toSet());
        if (roles.stream().anyMatch(actor::is)) return;
        boolean isReading = !roles.isEmpty() && roles.stream().allMatch(Role::readsMail);
        throw isReading && !actor.readsMail() ? new MailIsNotYoursToRead() : new NotYourRole(roles);
    }
}

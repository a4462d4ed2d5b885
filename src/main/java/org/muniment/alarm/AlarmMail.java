package org.muniment.alarm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;

/// This is the mail that tells named people of alarms: within a minute, and every day again until somebody
/// acknowledges them or the condition has gone. Whom and through which relay, `mail.properties` says; it is read
/// anew every time.
public final class AlarmMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmMail.class);
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);
    private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);

    private final Alarms alarms;
    private final Path dataFolder;
    private final InstantSource clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alarm mail").factory());

    public AlarmMail(Alarms alarms, Path dataFolder, InstantSource clock) {
        this.alarms = alarms;
        this.dataFolder = dataFolder;
        this.clock = clock;
    }

    /// Tells of alarms from now on, in the background.
    public AlarmMail start() {
        long everyMillis = LOOKED_EVERY.toMillis();
        var _ = watch.scheduleWithFixedDelay(this::tell, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return this;
    }

    /// Tells of whatever nobody was told of for a day.
    public void tell() {
        try {
            List<Alarm> untold = alarms.unmailedSince(clock.instant().minus(AGAIN_AFTER));
            if (untold.isEmpty()) return;
            Optional<MailSettings> settings = MailSettings.in(dataFolder);
            if (settings.isEmpty()) return;
            send(untold, settings.get());
            alarms.mailed(untold);
            alarms.settle(AlarmKind.ALARM_NOT_MAILED);
        } catch (IOException | MailException | IllegalStateException failure) {
            alarms.raise(AlarmKind.ALARM_NOT_MAILED, sentence(failure));
        } catch (RuntimeException unforeseen) {
            LOG.error("Alarms could not be mailed; it is tried again", unforeseen);
        }
    }

    private static String sentence(Exception failure) {
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return "The mail was not accepted: " + said;
    }

    private static void send(List<Alarm> untold, MailSettings settings) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(settings.to().toArray(String[]::new));
        mail.setSubject("Muniment: " + untold.size() + (untold.size() == 1 ? " alarm" : " alarms") + " to look at");
        mail.setText(text(untold));
        MailRelay.sender(settings).send(mail);
    }

    private static String text(List<Alarm> untold) {
        return untold.stream()
                        .map(alarm -> "Alarm %d, since %s, raised %d times:%n%s%n%s%n"
                                .formatted(
                                        alarm.id(),
                                        alarm.raisedAt(),
                                        alarm.times(),
                                        alarm.sentence().replaceAll("\\R", " "),
                                        alarm.kind().advice()))
                        .collect(Collectors.joining("\n"))
                + "\nThis comes every day until an administrator acknowledges it on the page \"Archive health\", or"
                + " with `muniment health --acknowledge NUMBER`, or until the cause has gone.\n";
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}

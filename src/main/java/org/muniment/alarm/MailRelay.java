package org.muniment.alarm;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// This is the relay that takes the archive's own mail: the one that `mail.properties` of the data folder names. The
/// file is read anew for each message.
public final class MailRelay {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Path dataFolder;

    public MailRelay(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /// A file that goes with a message.
    public static final class Enclosure {
        private final String name;
        private final String mediaType;
        private final byte[] bytes;

        public Enclosure(String name, String mediaType, byte[] bytes) {
            this.name = name;
            this.mediaType = mediaType;
            this.bytes = bytes.clone();
        }
    }

    /// Whom the archive's letters come from; nothing if no relay is set.
    public Optional<String> from() throws IOException {
        return MailSettings.in(dataFolder).map(MailSettings::lettersFrom);
    }

    /// Whether a text is one plain address that mail can go to, and nothing else: no name, no list, no line break.
    public static boolean isAddress(String text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1 || parsed[0].isGroup() || !text.equals(parsed[0].getAddress())) return false;
            parsed[0].validate();
            return text.indexOf('@') > 0 && text.chars().noneMatch(c -> c <= ' ' || c == 127);
        } catch (AddressException no) {
            return false;
        }
    }

    /// Hands one plain message to the relay, to one person; returns its Message-ID. Throws [MailWasNotTaken].
    public String send(String to, String subject, String text, List<Enclosure> enclosures) {
        if (!isAddress(to)) throw new MailWasNotTaken("“" + to + "” is not an address that mail can go to.");
        try {
            MailSettings settings = MailSettings.in(dataFolder).orElseThrow(MailWasNotTaken::withoutRelay);
            JavaMailSenderImpl relay = sender(settings);
            MimeMessage mail = relay.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, !enclosures.isEmpty(), "UTF-8");
            parts.setFrom(settings.lettersFrom());
            parts.setTo(to);
            parts.setSubject(oneLine(subject));
            parts.setText(text);
            for (Enclosure enclosure : enclosures)
                parts.addAttachment(
                        oneLine(enclosure.name), new ByteArrayResource(enclosure.bytes), enclosure.mediaType);
            relay.send(mail);
            return Optional.ofNullable(mail.getMessageID()).orElse("");
        } catch (IOException | MailException | MessagingException failure) {
            throw new MailWasNotTaken("The mail relay did not take it: " + firstLine(failure));
        }
    }

    static JavaMailSenderImpl sender(MailSettings settings) {
        JavaMailSenderImpl relay = new JavaMailSenderImpl();
        relay.setHost(settings.host());
        relay.setPort(settings.port());
        relay.setDefaultEncoding("UTF-8");
        relay.setProtocol(settings.encryption().equals("tls") ? "smtps" : "smtp");
        Properties said = relay.getJavaMailProperties();
        for (String protocol : List.of("smtp", "smtps")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout"))
                said.put("mail." + protocol + "." + wait, PATIENCE_MILLIS);
            said.put("mail." + protocol + ".ssl.checkserveridentity", "true");
            said.put(
                    "mail." + protocol + ".auth", String.valueOf(settings.user().isPresent()));
        }
        if (settings.encryption().equals("starttls")) {
            said.put("mail.smtp.starttls.enable", "true");
            said.put("mail.smtp.starttls.required", "true");
        }
        settings.user().ifPresent(relay::setUsername);
        settings.password().ifPresent(relay::setPassword);
        return relay;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    private static String firstLine(Exception failure) {
        return oneLine(String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason was given"));
    }
}

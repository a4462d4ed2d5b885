package org.muniment.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.people.ReadyAccounts;
import org.muniment.privilege.CounselDesk;
import org.muniment.settings.City;
import org.muniment.settings.CitySettings;
import org.springframework.stereotype.Component;

/// This is the demonstration's city around its mail: its name and seal, one person for each role, counsel's domain kept
/// back, its offices, and the requests on its board.
@Component
public class DemoCity {
    private static final Map<Role, String> STAFF = staff();

    private final People people;
    private final ReadyAccounts accounts;
    private final CounselDesk counsel;
    private final CitySettings settings;
    private final DemoOffices offices;
    private final DemoRequests requests;

    DemoCity(
            People people,
            ReadyAccounts accounts,
            CounselDesk counsel,
            CitySettings settings,
            DemoOffices offices,
            DemoRequests requests) {
        this.people = people;
        this.accounts = accounts;
        this.counsel = counsel;
        this.settings = settings;
        this.offices = offices;
        this.requests = requests;
    }

    /// Settles the city at the first start. Returns how each person signs in, which is never told again; empty later.
    public Optional<String> settle() throws IOException {
        if (!people.isEmpty()) return Optional.empty();
        settings.change(new City(Optional.of("City of Harbor Falls"), Optional.empty(), Optional.of(DemoFolder.ZONE)));
        settings.changeSeal(seal());
        var operator = new Actor(PersonId.OPERATOR, "operator", Set.of(), Set.of(), "serve --demo");
        counsel.keepBackDomain("counsel." + Citizen.CITY, "Law Department", operator);
        Townsfolk townsfolk = Townsfolk.read();
        var told = new StringBuilder();
        Map<Role, Person> made = new LinkedHashMap<>();
        STAFF.forEach((role, key) -> {
            Citizen citizen = townsfolk.named(key);
            ReadyAccounts.Ready ready = accounts.make(citizen.name(), citizen.address(), role);
            made.put(role, ready.person());
            told.append(line(role, ready));
        });
        offices.settle(townsfolk, role -> Objects.requireNonNull(made.get(role)));
        requests.settle(
                townsfolk,
                Objects.requireNonNull(made.get(Role.RECORDS_OFFICER)),
                Objects.requireNonNull(made.get(Role.ADMINISTRATOR)));
        return Optional.of(told.toString());
    }

    private static String line(Role role, ReadyAccounts.Ready ready) {
        return "  %s, %s%n    address   %s%n    password  %s%n    app key   %s%n    codes     %s%n"
                .formatted(
                        role.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        ready.person().name(),
                        ready.person().email(),
                        ready.password(),
                        ready.appKey(),
                        String.join("  ", ready.recoveryCodes().subList(0, 2)));
    }

    private static Map<Role, String> staff() {
        Map<Role, String> staff = new LinkedHashMap<>();
        staff.put(Role.RECORDS_OFFICER, "clerk.1");
        staff.put(Role.REVIEWER, "clerk.3");
        staff.put(Role.COUNSEL, "counsel.1");
        staff.put(Role.ADMINISTRATOR, "it.1");
        staff.put(Role.AUDITOR, "finance.5");
        staff.put(Role.APPROVER, "mayor.2");
        return staff;
    }

    /// A sun over three waves, in a ring.
    private static byte[] seal() throws IOException {
        var picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x16, 0x2e, 0x51));
        pen.fillOval(4, 4, 248, 248);
        pen.setColor(new Color(0xe5, 0xb8, 0x4b));
        pen.setStroke(new BasicStroke(8));
        pen.drawOval(18, 18, 220, 220);
        pen.fillOval(92, 58, 72, 72);
        pen.setColor(Color.WHITE);
        for (int y = 142; y < 200; y += 24) for (int x = 56; x < 190; x += 36) pen.drawArc(x, y, 36, 20, 0, 180);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}

package org.muniment.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.workflow.WorkflowDatabase;

/// This is what the city has set: its name, seal and time zone, and what its releases need. Any thread may use it.
public final class CitySettings {
    private static final int LETTERHEAD_LINES_MAX = 6;

    private final WorkflowDatabase database;
    private final SettingsTable table;

    private CitySettings(WorkflowDatabase database) {
        this.database = database;
        this.table = SettingsTable.in(database);
    }

    /// Opens the settings; makes their tables at the first start.
    public static CitySettings in(WorkflowDatabase database) {
        return new CitySettings(database);
    }

    /// Returns the time zone the city has set, without making a database where there is none.
    public static Optional<ZoneId> timeZoneIn(WorkflowDatabase database) {
        return database.isThere() ? in(database).city().timeZone() : Optional.empty();
    }

    public City city() {
        return table.city();
    }

    /// Sets name and time zone; the seal stays.
    public void change(City city) {
        database.done(() -> table.change(city));
    }

    /// Returns the seal as PNG.
    public Optional<byte[]> seal() {
        return table.seal();
    }

    /// Sets the seal from a PNG or JPEG picture; it is drawn anew, so that nothing but its pixels is kept.
    /// Throws [SettingIsUnusable].
    public void changeSeal(byte[] picture) {
        SealPicture seal = SealPicture.of(picture);
        database.done(() -> table.changeSeal(seal));
    }

    public void removeSeal() {
        database.done(table::removeSeal);
    }

    /// Returns what stands below the city's name at the head of its letters: office, address, telephone.
    public List<String> letterhead() {
        return table.letterhead();
    }

    /// Sets the letterhead, empty lines left out. Throws [SettingIsUnusable].
    public void changeLetterhead(List<String> lines) {
        List<String> kept = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (kept.size() > LETTERHEAD_LINES_MAX
                || kept.stream().anyMatch(line -> line.length() > City.NAME_LENGTH_MAX || !isPlain(line)))
            throw new SettingIsUnusable("A letterhead has at most 6 lines of at most 120 characters. Shorten it.");
        database.done(() -> table.changeLetterhead(kept));
    }

    /// Returns whether every release needs a third person's approval; [ReleaseApproval#WHERE_ASKED] until
    /// the city says otherwise.
    public ReleaseApproval releaseApproval() {
        return table.releaseApproval();
    }

    public void changeReleaseApproval(ReleaseApproval approval) {
        database.done(() -> table.changeReleaseApproval(approval));
    }

    private static boolean isPlain(String line) {
        return line.chars().noneMatch(Character::isISOControl);
    }
}

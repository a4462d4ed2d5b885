package org.muniment.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows behind the city's settings.
final class SettingsTable {
    private final WorkflowDatabase database;

    private SettingsTable(WorkflowDatabase database) {
        this.database = database;
    }

    static SettingsTable in(WorkflowDatabase database) {
        database.migrate(SettingsTable.class);
        return new SettingsTable(database);
    }

    City city() {
        return sql().sql("SELECT name, time_zone, (SELECT sha256 FROM seal) AS seal FROM city")
                .query((row, number) -> new City(
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("seal")),
                        Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of)))
                .single();
    }

    int change(City city) {
        return sql().sql("UPDATE city SET name = :name, time_zone = :zone")
                .param("name", city.name().orElse(null))
                .param("zone", city.timeZone().map(ZoneId::getId).orElse(null))
                .update();
    }

    Optional<byte[]> seal() {
        return sql().sql("SELECT png FROM seal")
                .query((row, number) -> row.getBytes("png"))
                .optional();
    }

    int changeSeal(SealPicture seal) {
        return sql().sql("MERGE INTO seal (only_row, png, sha256) VALUES (TRUE, :png, :sha256)")
                .param("png", seal.png())
                .param("sha256", seal.sha256Hex())
                .update();
    }

    int removeSeal() {
        return sql().sql("DELETE FROM seal").update();
    }

    List<String> letterhead() {
        return sql().sql("SELECT words FROM letterhead_line ORDER BY place")
                .query((row, number) -> row.getString("words"))
                .list();
    }

    int changeLetterhead(List<String> lines) {
        sql().sql("DELETE FROM letterhead_line").update();
        for (int i = 0; i < lines.size(); i++)
            sql().sql("INSERT INTO letterhead_line (place, words) VALUES (:place, :words)")
                    .param("place", i)
                    .param("words", lines.get(i))
                    .update();
        return lines.size();
    }

    ReleaseApproval releaseApproval() {
        return sql().sql("SELECT release_approval FROM city")
                .query((row, number) -> ReleaseApproval.valueOf(row.getString("release_approval")))
                .single();
    }

    int changeReleaseApproval(ReleaseApproval approval) {
        return sql().sql("UPDATE city SET release_approval = :approval")
                .param("approval", approval.name())
                .update();
    }

    private JdbcClient sql() {
        return database.sql();
    }
}

package org.muniment.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.workflow.WorkflowDatabase;

class CitySettingsTest {
    @TempDir
    private Path folder;

    private WorkflowDatabase database;
    private CitySettings settings;

    @BeforeEach
    void open() {
        database = WorkflowDatabase.in(folder);
        settings = CitySettings.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheCitySetsOutlivesTheServer() throws IOException {
        settings.change(
                new City(Optional.of(" Harbor Falls "), Optional.empty(), Optional.of(ZoneId.of("America/Chicago"))));
        settings.changeSeal(picture("jpg", 900, 300));
        database.close();

        var again = CitySettings.in(database);
        assertThat(again.city().name()).contains("Harbor Falls");
        assertThat(CitySettings.timeZoneIn(database)).contains(ZoneId.of("America/Chicago"));
        var seal = ImageIO.read(new ByteArrayInputStream(again.seal().orElseThrow()));
        assertThat(seal.getWidth()).isEqualTo(512);
        assertThat(seal.getHeight()).isEqualTo(171);
        assertThat(again.city().sealAddress().orElseThrow()).startsWith("/api/settings/seal?v=");
    }

    @Test
    void aReleaseNeedsAnApprovalWhereAskedUntilTheCitySaysAlways() {
        assertThat(settings.releaseApproval()).isEqualTo(ReleaseApproval.WHERE_ASKED);
        settings.changeReleaseApproval(ReleaseApproval.ALWAYS);
        database.close();
        assertThat(CitySettings.in(database).releaseApproval()).isEqualTo(ReleaseApproval.ALWAYS);
    }

    @Test
    void aFolderWithoutADatabaseIsGivenNoneByTheQuestionForItsZone() {
        var other = WorkflowDatabase.in(folder.resolve("other"));
        assertThat(CitySettings.timeZoneIn(other)).isEmpty();
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void ofAPictureOnlyItsPixelsAreKept() throws IOException {
        byte[] withTail = concat(picture("png", 20, 20), "<script>canary</script>".getBytes(StandardCharsets.US_ASCII));
        settings.changeSeal(withTail);
        assertThat(new String(settings.seal().orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        settings.removeSeal();
        assertThat(settings.seal()).isEmpty();
        assertThat(settings.city().seal()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        byte[] svg = "<svg xmlns='x'><script>1</script></svg>".getBytes(StandardCharsets.US_ASCII);
        byte[] cut = Arrays.copyOf(picture("png", 200, 200), 60);
        for (byte[] bytes : new byte[][] {svg, cut, new byte[0], picture("gif", 9, 9), new byte[600 * 1024], vast()})
            assertThatThrownBy(() -> settings.changeSeal(bytes))
                    .isInstanceOf(SettingIsUnusable.class)
                    .hasMessageContaining("Choose a PNG or JPEG");
    }

    @Test
    void aNameIsOneLine() {
        for (String name : new String[] {"x".repeat(121), "Harbor\nFalls"})
            assertThatThrownBy(() -> new City(Optional.of(name), Optional.empty(), Optional.empty()))
                    .isInstanceOf(SettingIsUnusable.class);
        assertThat(new City(Optional.of("  "), Optional.empty(), Optional.empty()).shownName())
                .isEqualTo("Your city");
    }

    /// A few bytes that claim 60,000 by 60,000 pixels.
    private static byte[] vast() throws IOException {
        byte[] png = picture("png", 1, 1);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

package org.muniment.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontShelfTest {
    @TempDir
    private Path folder;

    @Test
    void onlyFontsOfKnownFamiliesAreTakenInAFixedOrder() throws IOException {
        byte[] font = shipped();
        Files.write(Files.createDirectory(folder.resolve("b")).resolve("NotoSans-Regular.ttf"), appended(font, 1));
        Files.write(folder.resolve("DejaVuSans.ttf"), appended(font, 2));
        Files.write(folder.resolve("Fancy.ttf"), appended(font, 3));
        Files.writeString(folder.resolve("NotoSansThai-Regular.ttf"), "no font at all");
        assertThat(FontShelf.of(List.of(folder, folder.resolve("missing"))).faces())
                .extracting(FontFace::name)
                .containsExactly("NotoSans-Regular", "DejaVuSans", "LiberationSans-Regular");
    }

    @Test
    void aFontThatChangedAfterItWasMeasuredIsNotEmbedded() throws IOException {
        Path file = Files.write(folder.resolve("DejaVuSans.ttf"), appended(shipped(), 1));
        FontFace face = FontShelf.of(List.of(folder)).faces().getFirst();
        assertThat(face.open().readAllBytes()).isEqualTo(Files.readAllBytes(file));
        Files.write(file, appended(shipped(), 2));
        assertThatThrownBy(face::open).isInstanceOf(IOException.class).hasMessageContaining("DejaVuSans was changed");
    }

    private static byte[] shipped() throws IOException {
        FontFace face = FontShelf.of(List.of()).faces().getFirst();
        try (InputStream font = face.open()) {
            return font.readAllBytes();
        }
    }

    private static byte[] appended(byte[] font, int more) {
        return Arrays.copyOf(font, font.length + more);
    }
}

package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameHeaderTest {
    private static final long OFFSET = 4_096;

    @Test
    void aFrameWithARightChecksumAndAnImpossibleLengthIsNone() throws Exception {
        for (long length : new long[] {-1, Long.MAX_VALUE, Long.MAX_VALUE - OFFSET - FrameHeader.SIZE_BYTES + 1}) {
            assertThat(FrameHeader.read(encoded(length), OFFSET, "a test"))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(FrameHeader.read(encoded(100), OFFSET, "a test")).isPresent();
    }

    private static ByteBuffer encoded(long length) {
        var bytes = ByteBuffer.allocate(FrameHeader.SIZE_BYTES);
        new FrameHeader(0, 1, length, OFFSET, 0).write(bytes);
        return bytes.flip();
    }
}

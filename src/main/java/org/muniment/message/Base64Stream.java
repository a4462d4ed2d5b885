package org.muniment.message;

import java.io.InputStream;

/// This is the decoded side of a base64 body.
final class Base64Stream extends DecodingStream {
    private final Base64 base64 = new Base64();

    Base64Stream(InputStream encoded) {
        super(encoded);
    }

    @Override
    int decode(byte[] in, int length, byte[] out) {
        return base64.decode(in, 0, length, out, 0);
    }

    @Override
    int finish(byte[] out) {
        return base64.finish(out, 0);
    }

    @Override
    boolean isBroken() {
        return base64.isBroken();
    }
}

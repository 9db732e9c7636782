package de.kim.notification.read;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A link as QR code, so that nobody has to type it from paper. */
final class LinkPicture {
    /** Of one module: paper shows edges, and a larger picture is only slower. */
    private static final int PIXELS = 4;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private LinkPicture() {}

    /** As PNG in the attribute of an image. */
    static String data(String link) {
        try {
            BitMatrix code =
                    new QRCodeWriter()
                            .encode(
                                    link,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            1));
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(code));
        } catch (WriterException e) {
            throw new IllegalStateException("a link too long for a code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(BitMatrix code) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        code.getWidth() * PIXELS,
                        code.getHeight() * PIXELS,
                        BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, code.get(x / PIXELS, y / PIXELS) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}

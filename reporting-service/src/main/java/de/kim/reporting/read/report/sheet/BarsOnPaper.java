package de.kim.reporting.read.report.sheet;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws bars. Their labels are outlines of glyphs: AWT's own text would ask the machine for fonts,
 * and whoever reads by ear gets the words of the whole picture.
 */
final class BarsOnPaper implements FSObjectDrawerFactory {
    static final String TYPE = "kim/bars";

    private static final Color[] SERIES = {new Color(0x7fa8d4), new Color(0x0b57a4)};
    private static final double LETTERS = 12;

    private final Map<String, Bars> pictures;
    private final TrueTypeFont font;

    BarsOnPaper(Map<String, Bars> pictures, TrueTypeFont font) {
        this.pictures = pictures;
        this.font = font;
    }

    @Override
    public boolean isReplacedObject(Element e) {
        return TYPE.equals(e.getAttribute("type"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element e) {
        Bars bars = pictures.get(e.getAttribute("data"));
        return bars == null
                ? null
                : (element, x, y, width, height, device, context, dots) ->
                        draw(bars, x, y, width, height, device, context, dots);
    }

    private @Nullable Map<Shape, String> draw(
            Bars bars,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dots) {
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dots,
                (float) height / dots,
                graphics -> {
                    double scale = width / dots / bars.width();
                    graphics.scale(scale, scale);
                    draw(bars, graphics);
                });
        return null;
    }

    private void draw(Bars bars, Graphics2D graphics) {
        for (Bars.Bar bar : bars.bars()) {
            graphics.setColor(SERIES[bar.series()]);
            graphics.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
        }
        graphics.setColor(Color.BLACK);
        try {
            for (Bars.Label label : bars.labels()) {
                write(label, graphics);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Bars.Label label, Graphics2D graphics) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        double scale = LETTERS / font.getUnitsPerEm();
        int[] ids = label.text().codePoints().map(glyphs::getGlyphId).toArray();
        double x = label.x() - (label.ends() ? width(ids) * scale : 0);
        for (int id : ids) {
            GlyphData glyph = font.getGlyph().getGlyph(id);
            if (glyph != null) {
                // glyphs stand on their base line and grow upwards
                AffineTransform place = AffineTransform.getTranslateInstance(x, label.y());
                place.scale(scale, -scale);
                graphics.fill(place.createTransformedShape(glyph.getPath()));
            }
            x += font.getAdvanceWidth(id) * scale;
        }
    }

    private double width(int[] ids) throws IOException {
        double width = 0;
        for (int id : ids) {
            width += font.getAdvanceWidth(id);
        }
        return width;
    }
}

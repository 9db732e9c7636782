package de.kim.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over two axes that begin at zero, as SVG 1.1. */
final class LineChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int RIGHT = 880;
    private static final int BOTTOM = 360;
    private static final int TICKS = 5;

    /** Colours that most people can tell apart (Okabe and Ito 2008); dashes for the others. */
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"
    };

    private static final String[] DASHES = {"none", "8 4", "2 3", "12 3 2 3", "5 5", "1 4"};

    private record Line(String name, List<double[]> points) {}

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    LineChart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    void line(String name, List<double[]> points) {
        lines.add(new Line(name, points));
    }

    String svg() {
        double farX = round(max(0));
        double farY = round(max(1));
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="13">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="28" font-size="17">%s</text>
                """
                        .formatted(WIDTH, HEIGHT, escaped(title), LEFT, escaped(title)));
        for (int i = 0; i <= TICKS; i++) {
            svg.append(tick(farX * i / TICKS, farY * i / TICKS, farX, farY));
        }
        svg.append(text((LEFT + RIGHT) / 2, BOTTOM + 40, "middle", across));
        svg.append(text(LEFT, TOP - 8, "end", up));
        for (int i = 0; i < lines.size(); i++) {
            svg.append(drawn(i, farX, farY));
        }
        return svg.append("</svg>\n").toString();
    }

    private String tick(double x, double y, double farX, double farY) {
        return """
        <line x1="%d" y1="%s" x2="%d" y2="%s" stroke="#ddd"/>
        """
                        .formatted(LEFT, number(down(y, farY)), RIGHT, number(down(y, farY)))
                + text(LEFT - 8, (int) down(y, farY) + 4, "end", label(y))
                + text((int) along(x, farX), BOTTOM + 20, "middle", label(x));
    }

    private String drawn(int index, double farX, double farY) {
        Line line = lines.get(index);
        String colour = COLOURS[index % COLOURS.length];
        String dash = DASHES[index % DASHES.length];
        StringBuilder points = new StringBuilder();
        for (double[] point : line.points()) {
            points.append(number(along(point[0], farX)))
                    .append(',')
                    .append(number(down(point[1], farY)))
                    .append(' ');
        }
        int y = BOTTOM + 62 + 17 * (index / 2);
        int x = LEFT + 400 * (index % 2);
        return """
        <polyline fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s" points="%s"/>
        <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>
        """
                        .formatted(
                                colour,
                                dash,
                                points.toString().strip(),
                                x,
                                y - 4,
                                x + 36,
                                y - 4,
                                colour,
                                dash)
                + text(x + 44, y, "start", line.name());
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                .formatted(x, y, anchor, escaped(words));
    }

    private static double along(double x, double far) {
        return LEFT + (RIGHT - LEFT) * x / far;
    }

    private static double down(double y, double far) {
        return BOTTOM - (BOTTOM - TOP) * y / far;
    }

    private double max(int axis) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point[axis])
                .max()
                .orElse(1);
    }

    /** The next 1, 2 or 5 with zeros that is not smaller. */
    private static double round(double value) {
        double power = 1;
        while (power * 10 <= value) {
            power *= 10;
        }
        for (double step : new double[] {1, 2, 5, 10}) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%.1f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

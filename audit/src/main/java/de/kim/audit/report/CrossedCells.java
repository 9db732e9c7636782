package de.kim.audit.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cells must not be shown of a table of two ways whose margins are shown in tables of their
 * own. A cell is hidden altogether: how many were referred, how many of them started, how many
 * wait.
 *
 * <p>A line whose margin hides something is hidden from end to end: then whatever the margins could
 * be can be spread over its cells, so that the table says nothing more about them. And each small
 * number stands at the corner of a rectangle of hidden cells around which one person can be moved:
 * that is another table with the same margins and the same shown cells, so nobody can know which of
 * the two is true.
 */
final class CrossedCells {
    private final int[][] started;
    private final int[][] waiting;
    private final boolean[][] hidden;

    private CrossedCells(int[][] started, int[][] waiting) {
        this.started = started;
        this.waiting = waiting;
        hidden = new boolean[started.length][started.length == 0 ? 0 : started[0].length];
    }

    /**
     * The hidden cells; empty when no choice helps: then the whole table must not be shown.
     *
     * @param rows whether something of a row's margin is hidden
     * @param columns likewise
     */
    static Optional<boolean[][]> hidden(
            int[][] started, int[][] waiting, List<Boolean> rows, List<Boolean> columns) {
        CrossedCells cells = new CrossedCells(started, waiting);
        return cells.hide(rows, columns) ? Optional.of(cells.hidden) : Optional.empty();
    }

    private record Cell(int row, int column) {}

    private boolean hide(List<Boolean> rows, List<Boolean> columns) {
        for (int r = 0; r < hidden.length; r++) {
            for (int c = 0; c < hidden[r].length; c++) {
                hidden[r][c] = rows.get(r) || columns.get(c) || isSmall(r, c);
            }
        }
        for (Cell open = unprotected(); open != null; open = unprotected()) {
            Cell opposite = cheapest(open);
            if (opposite == null) {
                return false;
            }
            hidden[open.row][opposite.column] = true;
            hidden[opposite.row][open.column] = true;
            hidden[opposite.row][opposite.column] = true;
        }
        return true;
    }

    private boolean isSmall(int r, int c) {
        return Suppression.isSmall(started[r][c])
                || Suppression.isSmall(waiting[r][c])
                || Suppression.isSmall(referred(r, c));
    }

    private @Nullable Cell unprotected() {
        for (int r = 0; r < hidden.length; r++) {
            for (int c = 0; c < hidden[r].length; c++) {
                if (isSmall(r, c) && !isProtected(r, c)) {
                    return new Cell(r, c);
                }
            }
        }
        return null;
    }

    private boolean isProtected(int r, int c) {
        return isProtected(started, r, c) && isProtected(waiting, r, c);
    }

    private boolean isProtected(int[][] counts, int r, int c) {
        if (!Suppression.isSmall(counts[r][c])) {
            return true;
        }
        for (int r2 = 0; r2 < hidden.length; r2++) {
            for (int c2 = 0; c2 < hidden[r].length; c2++) {
                if (hidden[r][c2]
                        && hidden[r2][c]
                        && hidden[r2][c2]
                        && canMove(counts, r, c, r2, c2)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One person around the rectangle: out of this cell, or into it. */
    private static boolean canMove(int[][] counts, int r, int c, int r2, int c2) {
        return r != r2
                && c != c2
                && ((counts[r][c] > 0 && counts[r2][c2] > 0)
                        || (counts[r][c2] > 0 && counts[r2][c] > 0));
    }

    /** The opposite corner that protects more and hides the fewest people more. */
    private @Nullable Cell cheapest(Cell open) {
        Cell best = null;
        int least = Integer.MAX_VALUE;
        for (int r2 = 0; r2 < hidden.length; r2++) {
            for (int c2 = 0; c2 < hidden[r2].length; c2++) {
                int people = people(open.row, c2) + people(r2, open.column) + people(r2, c2);
                if (people < least && helps(open, r2, c2)) {
                    least = people;
                    best = new Cell(r2, c2);
                }
            }
        }
        return best;
    }

    private boolean helps(Cell open, int r2, int c2) {
        return helps(started, open, r2, c2) || helps(waiting, open, r2, c2);
    }

    private boolean helps(int[][] counts, Cell open, int r2, int c2) {
        return !isProtected(counts, open.row, open.column)
                && canMove(counts, open.row, open.column, r2, c2);
    }

    private int people(int r, int c) {
        return hidden[r][c] ? 0 : referred(r, c);
    }

    private int referred(int r, int c) {
        return started[r][c] + waiting[r][c];
    }
}

@NullMarked
package de.kim.reporting.read.report.sheet;

import org.jspecify.annotations.NullMarked;

@NullMarked
package de.kim.reporting.read.report;

import org.jspecify.annotations.NullMarked;

@NullMarked
package de.kim.kit.web;

import org.jspecify.annotations.NullMarked;

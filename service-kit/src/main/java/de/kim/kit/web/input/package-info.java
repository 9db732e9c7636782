/** Input from outside: how strictly JSON is read, and constraints for what people write. */
@NullMarked
package de.kim.kit.web.input;

import org.jspecify.annotations.NullMarked;

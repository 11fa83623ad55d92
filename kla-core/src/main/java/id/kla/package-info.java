/** Root of kla: no types, only the style that every immutable value of the library is made in. */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    // Others that are found on the path need modules that kla does not require.
    allowedClasspathAnnotations = {Override.class, CanIgnoreReturnValue.class})
package id.kla;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.immutables.value.Value;

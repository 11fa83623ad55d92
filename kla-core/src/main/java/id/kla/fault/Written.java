package id.kla.fault;

/**
 * A value as it was written, and where.
 *
 * @param <T> what was written
 * @param value the value
 * @param place where it stands
 */
public record Written<T>(T value, Place place) {}

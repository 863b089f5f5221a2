/** Runs before every test file: tests speak to loopback only, whatever a bug may try. */

package timeslice.picture;

/** How wide a text will be, roughly: nobody can ask for the reader's font. */
final class TextWidth {
  private static final int HANGUL_AND_HAN = 0x1100;

  private TextWidth() {}

  /** In pixels, at this font size; a little more rather than less. */
  static double of(String text, int size) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean narrow = c == ' ' || c == 'i' || c == 'l' || c == ',' || c == '.' || c == '/';
      width += isWide(c) ? 1 : narrow ? 0.32 : 0.58;
    }
    return width * size;
  }

  /** In columns of a terminal. */
  static int columns(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      columns += isWide(text.charAt(i)) ? 2 : 1;
    }
    return columns;
  }

  private static boolean isWide(char c) {
    return c >= HANGUL_AND_HAN;
  }
}

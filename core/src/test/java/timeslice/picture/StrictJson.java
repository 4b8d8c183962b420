package timeslice.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as RFC 8259 has it and nothing more: no comments, no comma too many, no name twice.
 * Objects are maps, arrays lists, numbers {@link BigDecimal}; true, false and null are not used
 * here and not read.
 */
final class StrictJson {
  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  /** The one value that the text consists of. */
  static Object read(String text) {
    StrictJson json = new StrictJson(text);
    Object value = json.value();
    json.skip();
    if (json.at != text.length()) {
      throw json.bad("something follows the value");
    }
    return value;
  }

  private Object value() {
    skip();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    take('{');
    skip();
    while (peek() != '}') {
      if (!object.isEmpty()) {
        take(',');
        skip();
      }
      String name = string();
      skip();
      take(':');
      if (object.put(name, value()) != null) {
        throw bad("the name " + name + " is there twice");
      }
      skip();
    }
    take('}');
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    take('[');
    skip();
    while (peek() != ']') {
      if (!array.isEmpty()) {
        take(',');
      }
      array.add(value());
      skip();
    }
    take(']');
    return array;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    take('"');
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw bad("a control character is not escaped");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    int known = "\"\\/bfnrt".indexOf(c);
    if (known < 0) {
      throw bad("no such escape: " + c);
    }
    return "\"\\/\b\f\n\r\t".charAt(known);
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw bad("not a number: " + number);
    }
    return new BigDecimal(number);
  }

  private void skip() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at == text.length()) {
      throw bad("the text ends too early");
    }
    return text.charAt(at);
  }

  private void take(char c) {
    if (peek() != c) {
      throw bad("expected " + c);
    }
    at++;
  }

  private IllegalArgumentException bad(String what) {
    int from = Math.max(0, at - 20);
    return new IllegalArgumentException(what + " after: " + text.substring(from, at));
  }
}

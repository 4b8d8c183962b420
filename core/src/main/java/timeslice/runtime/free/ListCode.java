package timeslice.runtime.free;

import static timeslice.runtime.free.ListInstruction.*;
import static timeslice.runtime.free.ListWords.*;

/**
 * What CPython's list does for {@code l[i]}, {@code l.append(v)} and {@code l[i] = v}, one load,
 * store or compare-and-swap at a time.
 *
 * <p>The class is open so that a test can leave out one precaution and see what goes wrong. Source:
 * FACTS §2.8; PEP 703; {@code Objects/listobject.c}.
 */
public class ListCode {

  /** Who does what to which list. */
  record Call(int thread, ListOperation operation, ListMemory memory, ListMemory.Sizes sizes) {}

  /** Executes one instruction of a thread, whose words begin at t, and returns the next. */
  final ListInstruction execute(ListInstruction now, int[] s, int t, Call call) {
    if (now.compareTo(GET_RETURN) <= 0) {
      return get(now, s, t, call);
    }
    return now.compareTo(APPEND_UNLOCK) <= 0 ? append(now, s, t, call) : set(now, s, t, call);
  }

  private ListInstruction get(ListInstruction now, int[] s, int t, Call call) {
    ListMemory memory = call.memory();
    int index = call.operation().index();
    switch (now) {
      case GET_LOAD_SIZE -> {
        s[t + RESULT] = OptimisticListModel.INDEX_ERROR;
        return index < memory.size() ? GET_LOAD_ARRAY : END;
      }
      case GET_LOAD_ARRAY -> {
        s[t + SEEN_ARRAY] = memory.array();
        return index < call.sizes().capacity(memory.array()) ? GET_LOAD_ITEM : GET_LOCK;
      }
      case GET_LOAD_ITEM -> {
        s[t + ITEM] = read(s, t, index, memory);
        return s[t + ITEM] == ListMemory.EMPTY ? GET_LOCK : GET_LOAD_COUNT;
      }
      case GET_LOAD_COUNT -> s[t + SEEN] = memory.count(s[t + ITEM]);
      case GET_CAS_COUNT -> {
        if (memory.count(s[t + ITEM]) == s[t + SEEN]) {
          memory.setCount(s[t + ITEM], s[t + SEEN] + 1);
          return GET_CHECK_SLOT;
        }
        s[t + SEEN] = memory.count(s[t + ITEM]);
      }
      case GET_CHECK_SLOT -> {
        boolean same = read(s, t, index, memory) == s[t + ITEM];
        return same || !checksSlot() ? GET_CHECK_ARRAY : GET_UNDO;
      }
      case GET_CHECK_ARRAY -> {
        return memory.array() == s[t + SEEN_ARRAY] || !checksArray() ? GET_RETURN : GET_UNDO;
      }
      case GET_UNDO -> {
        memory.drop(s[t + ITEM]);
        return GET_LOCK;
      }
      case GET_LOCK -> {
        memory.lock(call.thread());
        return GET_LOCKED;
      }
      case GET_LOCKED -> {
        s[t + ITEM] = memory.slot(memory.array(), index);
        memory.setCount(s[t + ITEM], memory.count(s[t + ITEM]) + 1);
        return GET_UNLOCK;
      }
      case GET_UNLOCK -> {
        memory.unlock();
        return GET_RETURN;
      }
      default -> {
        returnItem(s, t, memory);
        return END;
      }
    }
    return s[t + SEEN] > 0 || !sparesTheDead() ? GET_CAS_COUNT : GET_LOCK;
  }

  private static int read(int[] s, int t, int index, ListMemory memory) {
    if (memory.isFreed(s[t + SEEN_ARRAY])) {
      s[BROKEN] = FREED_ARRAY_READ;
    }
    return memory.slot(s[t + SEEN_ARRAY], index);
  }

  /** The caller reads the number and drops the item. */
  private static void returnItem(int[] s, int t, ListMemory memory) {
    s[t + RESULT] = memory.value(s[t + ITEM]);
    if ((s[t + DURING_CALL] >> s[t + RESULT] & 1) == 0) {
      s[BROKEN] = NEVER_THERE;
    }
    memory.drop(s[t + ITEM]);
  }

  private ListInstruction append(ListInstruction now, int[] s, int t, Call call) {
    ListMemory memory = call.memory();
    return switch (now) {
      case APPEND_MAKE -> {
        s[t + ITEM] = memory.make(call.operation().value());
        yield APPEND_LOCK;
      }
      case APPEND_LOCK -> {
        memory.lock(call.thread());
        yield APPEND_LOAD_SIZE;
      }
      case APPEND_LOAD_SIZE -> {
        s[t + SEEN] = memory.size();
        s[t + SEEN_ARRAY] = memory.array();
        yield s[t + SEEN] < call.sizes().capacity(memory.array()) ? APPEND_STORE_ITEM : APPEND_COPY;
      }
      case APPEND_COPY -> {
        memory.copyArray(s[t + SEEN_ARRAY], s[t + SEEN_ARRAY] + 1);
        yield APPEND_PUBLISH;
      }
      case APPEND_PUBLISH -> {
        memory.publish(s[t + SEEN_ARRAY] + 1);
        yield APPEND_RETIRE;
      }
      case APPEND_RETIRE -> {
        if (retiresArrays()) {
          memory.retire(s[t + SEEN_ARRAY]);
        } else {
          memory.freeArray(s[t + SEEN_ARRAY]);
        }
        yield APPEND_STORE_ITEM;
      }
      case APPEND_STORE_ITEM -> {
        memory.setSlot(memory.array(), s[t + SEEN], s[t + ITEM]);
        yield APPEND_STORE_SIZE;
      }
      case APPEND_STORE_SIZE -> {
        memory.setSize(s[t + SEEN] + 1);
        yield APPEND_UNLOCK;
      }
      default -> {
        memory.unlock();
        yield END;
      }
    };
  }

  private ListInstruction set(ListInstruction now, int[] s, int t, Call call) {
    ListMemory memory = call.memory();
    ListOperation operation = call.operation();
    switch (now) {
      case SET_MAKE -> {
        boolean next = operation.kind() == ListOperation.Kind.SET_NEXT;
        s[t + ITEM] = memory.make(next ? s[t + RESULT] + 1 : operation.value());
        return SET_LOCK;
      }
      case SET_LOCK -> {
        memory.lock(call.thread());
        return SET_STORE;
      }
      case SET_STORE -> {
        s[t + SEEN] = memory.slot(memory.array(), operation.index());
        memory.setSlot(memory.array(), operation.index(), s[t + ITEM]);
        return SET_UNLOCK;
      }
      case SET_UNLOCK -> {
        memory.unlock();
        return SET_DROP;
      }
      case SET_DROP -> memory.drop(s[t + SEEN]);
      case MAKE -> memory.make(operation.value());
      case PAUSE -> {
        memory.qsbr().quiesce(call.thread());
        memory.freeArrays();
      }
      default -> {
        memory.qsbr().detach(call.thread());
        memory.freeArrays();
      }
    }
    return END;
  }

  /** Whether a reader looks at the slot again once it has the item. */
  protected boolean checksSlot() {
    return true;
  }

  /**
   * Whether a reader looks at the array again once it has the item. In an array that the list has
   * left, a slot stays as it is though its item is long gone, so looking at the slot is not enough.
   */
  protected boolean checksArray() {
    return true;
  }

  /** Whether a reader leaves an item alone whose count is 0. */
  protected boolean sparesTheDead() {
    return true;
  }

  /** Whether an old array waits for readers who may be in it. */
  protected boolean retiresArrays() {
    return true;
  }

  /** Whether changes are made under the list's lock. */
  protected boolean locks() {
    return true;
  }
}

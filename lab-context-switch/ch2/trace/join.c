/* A hash join, as a database does one: who ordered for how much in all?
 *
 * It makes customers and orders, indexes the customers by number, finds the customer of every
 * order, and last reads all customers again and again for the best ones. Small on purpose: the
 * recorded run is the trace of chapter 2.
 */
#include <stdint.h>

enum { CUSTOMERS = 1600, ORDERS = 2600, BUCKETS = 2048, BEST = 4 };

struct customer { uint32_t number; uint32_t next; uint64_t total; char address[112]; };
struct order { uint32_t customer; uint32_t cents; char note[56]; };

static struct customer customers[CUSTOMERS + 1]; /* 0 is nobody */
static struct order orders[ORDERS];
static uint32_t index_of[BUCKETS];
static uint64_t state = 1;

static uint32_t below(uint32_t bound) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((state >> 32) * bound >> 32);
}

static uint32_t bucket(uint32_t number) { return number * 2654435761u >> 21; /* 11 bits */ }

int main(void) {
  for (uint32_t c = 1; c <= CUSTOMERS; c++) customers[c].number = c * 7919u;
  for (uint32_t o = 0; o < ORDERS; o++) { /* half of all orders come from a few good customers */
    uint32_t c = below(2) ? below(64) : below(CUSTOMERS);
    orders[o].customer = customers[c + 1].number;
    orders[o].cents = below(10000);
  }
  for (uint32_t c = 1; c <= CUSTOMERS; c++) { /* build: chains of customers, by bucket */
    uint32_t b = bucket(customers[c].number);
    customers[c].next = index_of[b];
    index_of[b] = c;
  }
  for (uint32_t o = 0; o < ORDERS; o++) { /* probe */
    uint32_t c = index_of[bucket(orders[o].customer)];
    while (customers[c].number != orders[o].customer) c = customers[c].next;
    customers[c].total += orders[o].cents;
  }
  uint64_t limit = UINT64_MAX;
  for (int place = 0; place < BEST; place++) { /* scan */
    uint64_t best = 0;
    for (uint32_t c = 1; c <= CUSTOMERS; c++)
      if (customers[c].total > best && customers[c].total < limit) best = customers[c].total;
    limit = best;
  }
  return limit == 0; /* fewer than BEST customers ordered something: cannot happen */
}

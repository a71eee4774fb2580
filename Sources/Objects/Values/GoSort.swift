/// Sorting as Go's `sort.Sort` does it.
///
/// It is not stable, yet always the same: what kubectl sorts by a time in seconds or by a field
/// that many objects share comes out in the order this algorithm leaves, a quicksort that looks
/// out for patterns, with insertion sort for a dozen items and less.
public struct GoSort<Element> {
  private var items: [Element]
  private let isLess: (Element, Element) -> Bool

  /// The items in order. `isLess` may be any relation, even one that contradicts itself.
  public static func sorted(
    _ items: [Element], by isLess: @escaping (Element, Element) -> Bool
  ) -> [Element] {
    var sort = GoSort(items: items, isLess: isLess)
    if items.count > 1 { sort.quicksort(0, items.count, Self.bits(items.count)) }
    return sort.items
  }

  private enum Hint {
    case unknown
    case increasing
    case decreasing
  }

  private static func bits(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }

  private func less(_ left: Int, _ right: Int) -> Bool { isLess(items[left], items[right]) }

  private mutating func swap(_ left: Int, _ right: Int) { items.swapAt(left, right) }

  private mutating func quicksort(_ from: Int, _ to: Int, _ attempts: Int) {
    var (start, end, attempts) = (from, to, attempts)
    var wasBalanced = true
    var wasPartitioned = true
    while true {
      let length = end - start
      if length <= 12 { return insertionSort(start, end) }
      if attempts == 0 { return heapSort(start, end) }
      if !wasBalanced {
        breakPatterns(start, end)
        attempts -= 1
      }
      var (pivot, hint) = choosePivot(start, end)
      if hint == .decreasing {
        items[start..<end].reverse()
        pivot = (end - 1) - (pivot - start)
        hint = .increasing
      }
      if wasBalanced, wasPartitioned, hint == .increasing, partialInsertionSort(start, end) {
        return
      }
      if start > 0, !less(start - 1, pivot) {
        start = partitionEqual(start, end, pivot)
        continue
      }
      let (middle, isPartitioned) = partition(start, end, pivot)
      wasPartitioned = isPartitioned
      let (left, right) = (middle - start, end - middle)
      wasBalanced = min(left, right) >= length / 8
      if left < right {
        quicksort(start, middle, attempts)
        start = middle + 1
      } else {
        quicksort(middle + 1, end, attempts)
        end = middle
      }
    }
  }

  private mutating func insertionSort(_ start: Int, _ end: Int) {
    for place in stride(from: start + 1, to: end, by: 1) {
      var here = place
      while here > start, less(here, here - 1) {
        swap(here, here - 1)
        here -= 1
      }
    }
  }

  private mutating func heapSort(_ start: Int, _ end: Int) {
    let count = end - start
    for root in stride(from: (count - 1) / 2, through: 0, by: -1) {
      siftDown(root, count, start)
    }
    for place in stride(from: count - 1, through: 0, by: -1) {
      swap(start, start + place)
      siftDown(0, place, start)
    }
  }

  private mutating func siftDown(_ from: Int, _ end: Int, _ first: Int) {
    var root = from
    while true {
      var child = 2 * root + 1
      if child >= end { return }
      if child + 1 < end, less(first + child, first + child + 1) { child += 1 }
      if !less(first + root, first + child) { return }
      swap(first + root, first + child)
      root = child
    }
  }

  // MARK: - Partitions

  private mutating func partition(_ start: Int, _ end: Int, _ pivot: Int) -> (Int, Bool) {
    swap(start, pivot)
    var (left, right) = (start + 1, end - 1)
    closeIn(&left, &right, start)
    if left > right {
      swap(right, start)
      return (right, true)
    }
    while left <= right {
      swap(left, right)
      left += 1
      right -= 1
      closeIn(&left, &right, start)
    }
    swap(right, start)
    return (right, false)
  }

  private func closeIn(_ left: inout Int, _ right: inout Int, _ pivot: Int) {
    while left <= right, less(left, pivot) { left += 1 }
    while left <= right, !less(right, pivot) { right -= 1 }
  }

  private mutating func partitionEqual(_ start: Int, _ end: Int, _ pivot: Int) -> Int {
    swap(start, pivot)
    var (left, right) = (start + 1, end - 1)
    while true {
      while left <= right, !less(start, left) { left += 1 }
      while left <= right, less(start, right) { right -= 1 }
      if left > right { return left }
      swap(left, right)
      left += 1
      right -= 1
    }
  }

  /// Puts a few items right; whether everything was in order then.
  private mutating func partialInsertionSort(_ start: Int, _ end: Int) -> Bool {
    var place = start + 1
    for _ in 0..<5 {
      while place < end, !less(place, place - 1) { place += 1 }
      if place == end { return true }
      if end - start < 50 { return false }
      swap(place, place - 1)
      if place - start >= 2 {
        for here in stride(from: place - 1, through: 1, by: -1) {
          if !less(here, here - 1) { break }
          swap(here, here - 1)
        }
      }
      if end - place >= 2 {
        for here in place + 1..<end {
          if !less(here, here - 1) { break }
          swap(here, here - 1)
        }
      }
    }
    return false
  }

  private mutating func breakPatterns(_ start: Int, _ end: Int) {
    let length = end - start
    guard length >= 8 else { return }
    var random = UInt64(length)
    let mask = (UInt64(1) << UInt64(Self.bits(length))) - 1
    let place = start + (length / 4) * 2 - 1
    for step in 0..<3 {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      var other = Int(random & mask)
      if other >= length { other -= length }
      swap(place + step, start + other)
    }
  }

  // MARK: - Pivots

  private func choosePivot(_ start: Int, _ end: Int) -> (Int, Hint) {
    let length = end - start
    var swaps = 0
    var first = start + length / 4
    var second = start + length / 4 * 2
    var third = start + length / 4 * 3
    if length >= 50 {
      first = median(first - 1, first, first + 1, &swaps)
      second = median(second - 1, second, second + 1, &swaps)
      third = median(third - 1, third, third + 1, &swaps)
    }
    if length >= 8 { second = median(first, second, third, &swaps) }
    return (second, swaps == 0 ? .increasing : swaps == 12 ? .decreasing : .unknown)
  }

  private func median(_ first: Int, _ second: Int, _ third: Int, _ swaps: inout Int) -> Int {
    var (a, b, c) = (first, second, third)
    order(&a, &b, &swaps)
    order(&b, &c, &swaps)
    order(&a, &b, &swaps)
    return b
  }

  private func order(_ left: inout Int, _ right: inout Int, _ swaps: inout Int) {
    guard less(right, left) else { return }
    swaps += 1
    (left, right) = (right, left)
  }
}

;; The sums of a network's layer, sixteen columns at a time: tapSums.ts says what they are, and has the same in TypeScript.
;; `npm run write:kernel` turns this into tapSumsKernel.ts.
(module
  (memory (export "memory") 1)
  ;; Addresses and steps count bytes. Columns are a multiple of sixteen.
  (func (export "addTaps")
    (param $from i32) (param $rows i32) (param $places i32) (param $taps i32) (param $apart i32)
    (param $matrix i32) (param $columns i32) (param $begin i32) (param $beginStep i32)
    (param $to i32) (param $first i32) (param $last i32) (param $list i32)
    (local $at i32) (local $tap i32) (local $seen i32) (local $value f32) (local $read i32) (local $readEnd i32)
    (local $row i32) (local $rowBytes i32) (local $end i32) (local $item i32) (local $column i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $times v128)
    (local.set $rowBytes (i32.shl (local.get $columns) (i32.const 2)))
    (local.set $at (local.get $first))
    (block $done
      (loop $place
        (br_if $done (i32.ge_s (local.get $at) (local.get $last)))
        ;; What is not 0 among the values that the taps see, each with its row of the matrix: about half are left.
        (local.set $end (local.get $list))
        (local.set $row (local.get $matrix))
        (local.set $tap (i32.const 0))
        (loop $eachTap
          (local.set $seen (i32.add (local.get $at) (i32.mul (i32.sub (local.get $tap) (i32.shr_u (local.get $taps) (i32.const 1))) (local.get $apart))))
          (if (i32.lt_u (local.get $seen) (local.get $places))
            (then
              (local.set $read (i32.add (local.get $from) (i32.shl (i32.mul (local.get $seen) (local.get $rows)) (i32.const 2))))
              (local.set $readEnd (i32.add (local.get $read) (i32.shl (local.get $rows) (i32.const 2))))
              (loop $eachValue
                (local.set $value (f32.load (local.get $read)))
                (f32.store (local.get $end) (local.get $value))
                (i32.store offset=4 (local.get $end) (local.get $row))
                (local.set $end (i32.add (local.get $end) (i32.shl (f32.ne (local.get $value) (f32.const 0)) (i32.const 3))))
                (local.set $row (i32.add (local.get $row) (local.get $rowBytes)))
                (local.set $read (i32.add (local.get $read) (i32.const 4)))
                (br_if $eachValue (i32.lt_u (local.get $read) (local.get $readEnd)))))
            (else (local.set $row (i32.add (local.get $row) (i32.mul (local.get $rows) (local.get $rowBytes))))))
          (local.set $tap (i32.add (local.get $tap) (i32.const 1)))
          (br_if $eachTap (i32.lt_s (local.get $tap) (local.get $taps))))
        (local.set $column (i32.const 0))
        (loop $columnsOfPlace
          (local.set $read (i32.add (i32.add (local.get $begin) (i32.mul (local.get $at) (local.get $beginStep))) (local.get $column)))
          (local.set $a (v128.load (local.get $read)))
          (local.set $b (v128.load offset=16 (local.get $read)))
          (local.set $c (v128.load offset=32 (local.get $read)))
          (local.set $d (v128.load offset=48 (local.get $read)))
          (local.set $item (local.get $list))
          (block $added
            (loop $eachItem
              (br_if $added (i32.ge_u (local.get $item) (local.get $end)))
              (local.set $times (v128.load32_splat (local.get $item)))
              (local.set $row (i32.add (i32.load offset=4 (local.get $item)) (local.get $column)))
              (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $times) (v128.load (local.get $row)))))
              (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $times) (v128.load offset=16 (local.get $row)))))
              (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $times) (v128.load offset=32 (local.get $row)))))
              (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $times) (v128.load offset=48 (local.get $row)))))
              (local.set $item (i32.add (local.get $item) (i32.const 8)))
              (br $eachItem)))
          (local.set $read (i32.add (i32.add (local.get $to) (i32.mul (local.get $at) (local.get $rowBytes))) (local.get $column)))
          (v128.store (local.get $read) (local.get $a))
          (v128.store offset=16 (local.get $read) (local.get $b))
          (v128.store offset=32 (local.get $read) (local.get $c))
          (v128.store offset=48 (local.get $read) (local.get $d))
          (local.set $column (i32.add (local.get $column) (i32.const 64)))
          (br_if $columnsOfPlace (i32.lt_u (local.get $column) (local.get $rowBytes))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $place)))))

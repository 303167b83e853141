(** The learning rates of A-(5) to A-(8): what the bound comes to, for every horizon. *)

From GradientLaws Require Export Sums.

Lemma root_positive t : (1 <= t)%nat -> 0 < sqrt (INR t).
Proof. intros H. apply sqrt_lt_R0, lt_0_INR. lia. Qed.

Lemma root_squared t : sqrt (INR t) * sqrt (INR t) = INR t.
Proof. apply sqrt_sqrt, pos_INR. Qed.

Lemma root_next t : sqrt (INR (S t)) * sqrt (INR (S t)) = sqrt (INR t) * sqrt (INR t) + 1.
Proof. now rewrite !root_squared, S_INR. Qed.

Lemma root_increases t : sqrt (INR t) < sqrt (INR (S t)).
Proof. apply sqrt_lt_1; try apply pos_INR. apply lt_INR. lia. Qed.

(** ** A constant rate *)

(** A-(5), the identity: D²/(2Tη) + G²η/2 − DG/√T = (D − Gη√T)²/(2Tη). Laws: sgd.amgm. *)
Theorem A5_gap T D G eta :
  (1 <= T)%nat -> eta <> 0 ->
  D * D / (2 * INR T * eta) + G * G * eta / 2 - D * G / sqrt (INR T)
  = (D - G * eta * sqrt (INR T)) * (D - G * eta * sqrt (INR T)) / (2 * INR T * eta).
Proof.
  intros HT He. pose proof (root_positive T HT). pose proof (root_squared T) as E.
  set (r := sqrt (INR T)) in *. rewrite <- E. field. lra.
Qed.

(** A-(5): the bound for a constant rate is at least DG/√T, and equal exactly at η = D/(G√T). Laws: sgd.amgm. *)
Theorem A5_amgm T D G eta :
  (1 <= T)%nat -> 0 < eta -> 0 < G ->
  D * G / sqrt (INR T) <= D * D / (2 * INR T * eta) + G * G * eta / 2 /\
  (D * D / (2 * INR T * eta) + G * G * eta / 2 = D * G / sqrt (INR T) <-> eta = D / (G * sqrt (INR T))).
Proof.
  intros HT He HG. pose proof (A5_gap T D G eta HT (Rgt_not_eq _ _ He)) as E.
  pose proof (root_positive T HT) as Hr. assert (0 < INR T) by (apply lt_0_INR; lia).
  assert (P : 0 < 2 * INR T * eta) by (apply Rmult_lt_0_compat; lra).
  set (x := D - G * eta * sqrt (INR T)) in *.
  assert (0 <= x * x / (2 * INR T * eta)).
  { apply Rmult_le_pos; [ nra | now apply Rlt_le, Rinv_0_lt_compat ]. }
  split; [ lra | ]. split; intros H'.
  - assert (Z : x * x / (2 * INR T * eta) * (2 * INR T * eta) = 0) by (rewrite <- E, H'; ring).
    replace (x * x / (2 * INR T * eta) * (2 * INR T * eta)) with (x * x) in Z by (field; lra).
    assert (x = 0) by nra. apply Rmult_eq_reg_r with (G * sqrt (INR T)); [ | nra ].
    unfold x in *. field_simplify; lra.
  - assert (x = 0) by (unfold x; rewrite H'; field; lra).
    replace (x * x / (2 * INR T * eta)) with 0 in E by (replace x with 0; field; lra). lra.
Qed.

(** A-(5), where D and G may be 0: the bound A-(4) for T equal rates misses DG/√T by (D − Gη√T)²/(2Tη) ≥ 0, which is 0
    exactly where D = Gη√T. Laws: sgd.amgm. *)
Theorem A5_sign T D G eta :
  (1 <= T)%nat -> 0 < eta ->
  let bound := D * D / (2 * INR T * eta) + G * G / (2 * INR T) * total T (fun _ => eta) in
  bound = D * D / (2 * INR T * eta) + G * G * eta / 2 /\
  bound - D * G / sqrt (INR T)
    = (D - G * eta * sqrt (INR T)) * (D - G * eta * sqrt (INR T)) / (2 * INR T * eta) /\
  D * G / sqrt (INR T) <= bound /\ (bound = D * G / sqrt (INR T) <-> D = G * eta * sqrt (INR T)).
Proof.
  intros HT He bound. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (E : bound = D * D / (2 * INR T * eta) + G * G * eta / 2)
    by (unfold bound, total; rewrite sum_const; field; lra).
  pose proof (A5_gap T D G eta HT (Rgt_not_eq _ _ He)) as Gap. rewrite <- E in Gap.
  set (x := D - G * eta * sqrt (INR T)) in *.
  assert (Q : 0 < / (2 * INR T * eta)) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
  assert (0 <= x * x / (2 * INR T * eta)) by (apply Rmult_le_pos; [ apply Rle_0_sqr | lra ]).
  split; [ exact E | ]. split; [ exact Gap | ]. split; [ lra | ]. split; intros H'.
  - assert (Z : x * x * / (2 * INR T * eta) = 0) by (unfold Rdiv in Gap; lra).
    apply Rmult_integral in Z as [Z | Z]; [ | lra ]. assert (x = 0) by nra. unfold x in *. lra.
  - assert (Z : x = 0) by (unfold x; lra). rewrite Z in Gap. unfold Rdiv in Gap. lra.
Qed.

(** A-(6): at η = D/(G√T) the bound is DG/√T. Laws: sgd.amgm. *)
Theorem A6_value T D G :
  (1 <= T)%nat -> 0 < D -> 0 < G ->
  let eta := D / (G * sqrt (INR T)) in
  D * D / (2 * INR T * eta) + G * G * eta / 2 = D * G / sqrt (INR T).
Proof.
  intros HT HD HG eta. pose proof (root_positive T HT).
  apply A5_amgm; auto. apply Rdiv_lt_0_compat; nra.
Qed.

Definition nonincreasing (T : nat) (eta : nat -> R) : Prop := forall t, (1 <= t < T)%nat -> eta (S t) <= eta t.

Lemma nonincreasing_last T eta t : nonincreasing T eta -> (1 <= t <= T)%nat -> eta T <= eta t.
Proof.
  intros N H. induction T as [| T IH]; [ lia | ].
  destruct (Nat.eq_dec t (S T)) as [-> | ]; [ lra | ].
  assert (eta (S T) <= eta T) by (apply N; lia).
  assert (eta T <= eta t) by (apply IH; [ intros k Hk; apply N | ]; lia). lra.
Qed.

(** No nonincreasing schedule makes the bound A-(4) smaller than DG/√T, and only the constant rate D/(G√T) reaches it.
    Laws: sgd.constant-is-best. *)
Theorem A5_constant_is_best T D G eta :
  (1 <= T)%nat -> 0 < G -> nonincreasing T eta -> 0 < eta T ->
  let bound := D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta in
  D * G / sqrt (INR T) <= bound /\
  (bound = D * G / sqrt (INR T) -> forall t, (1 <= t <= T)%nat -> eta t = D / (G * sqrt (INR T))).
Proof.
  intros HT HG N He bound. destruct (A5_amgm T D G (eta T) HT He HG) as [H Equal].
  assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (Excess : bound = D * D / (2 * INR T * eta T) + G * G * eta T / 2
    + G * G / (2 * INR T) * total T (fun t => eta t - eta T)).
  { unfold bound, total. rewrite sum_minus, sum_const. field. lra. }
  assert (Nonneg : forall k, (k < T)%nat -> 0 <= eta (S k) - eta T).
  { intros k Hk. assert (eta T <= eta (S k)) by (apply (nonincreasing_last T); auto; lia). lra. }
  assert (S0 : 0 <= total T (fun t => eta t - eta T)) by now apply sum_nonneg.
  assert (F : 0 < G * G / (2 * INR T)) by (apply Rdiv_lt_0_compat; nra).
  split; [ rewrite Excess; nra | ]. intros E t Ht.
  assert (Z : total T (fun t => eta t - eta T) <= 0) by nra.
  rewrite <- (proj1 Equal) by nra.
  pose proof (sum_nonneg_zero T (fun k => eta (S k) - eta T) Nonneg Z (pred t) ltac:(lia)) as Q. cbv beta in Q.
  replace (S (pred t)) with t in Q by lia. lra.
Qed.

(** ** Rates 1/√t *)

(** A-(7), term by term at t + 1 ≥ 2: 1/√(t+1) < 2/(√t + √(t+1)) = 2(√(t+1) − √t). Laws: sgd.sum-sqrt. *)
Theorem A7_term t :
  1 / sqrt (INR (S t)) < 2 / (sqrt (INR t) + sqrt (INR (S t))) /\
  2 / (sqrt (INR t) + sqrt (INR (S t))) = 2 * (sqrt (INR (S t)) - sqrt (INR t)).
Proof.
  pose proof (root_positive (S t) ltac:(lia)) as Ha. pose proof (sqrt_pos (INR t)) as Hb.
  pose proof (root_next t) as E. pose proof (root_increases t) as L.
  set (a := sqrt (INR (S t))) in *. set (b := sqrt (INR t)) in *.
  assert (Q : 2 / (b + a) = 2 * (a - b)).
  { apply Rmult_eq_reg_r with (b + a); [ | lra ]. field_simplify; nra. }
  split; [ | exact Q ]. rewrite Q.
  apply Rmult_lt_reg_r with a; [ exact Ha | ]. replace (1 / a * a) with 1 by (field; lra). nra.
Qed.

Definition root_sum (T : nat) : R := total T (fun t => 1 / sqrt (INR t)).

Lemma root_sum_next T : root_sum (S T) = root_sum T + 1 / sqrt (INR (S T)).
Proof. reflexivity. Qed.

Lemma root_sum_1 : root_sum 1 = 1.
Proof. unfold root_sum, total. simpl. rewrite sqrt_1. field. Qed.

(** A-(7): Σ 1/√t ≤ 2√T − 1 < 2√T for all T, the first an equality only at T = 1. Laws: sgd.sum-sqrt. *)
Theorem A7_sum T :
  (1 <= T)%nat ->
  root_sum T <= 2 * sqrt (INR T) - 1 /\ root_sum T < 2 * sqrt (INR T) /\
  (root_sum T = 2 * sqrt (INR T) - 1 <-> T = 1%nat).
Proof.
  intros HT. assert (H : root_sum T <= 2 * sqrt (INR T) - 1 /\ ((2 <= T)%nat -> root_sum T < 2 * sqrt (INR T) - 1)).
  { induction T as [| [| T] IH]; [ lia | | ].
    - rewrite root_sum_1. simpl. rewrite sqrt_1. split; [ lra | lia ].
    - destruct (IH ltac:(lia)) as [IH' _]. destruct (A7_term (S T)) as [L E].
      rewrite root_sum_next. rewrite E in L. split; [ | intros _ ]; lra. }
  destruct H as [H Strict]. repeat split; [ exact H | lra | | ].
  - intros E. destruct (Nat.eq_dec T 1); [ assumption | ]. specialize (Strict ltac:(lia)). lra.
  - intros ->. rewrite root_sum_1. simpl. rewrite sqrt_1. ring.
Qed.

(** A-(7), the steps between: Σ 1/√t ≤ 1 + Σ_{t≥2} 2/(√(t−1) + √t) = 1 + Σ_{t≥2} 2(√t − √(t−1)) = 2√T − 1.
    Laws: sgd.sum-sqrt. *)
Theorem A7_telescoped T :
  (1 <= T)%nat ->
  root_sum T <= 1 + sum (T - 1) (fun k => 2 / (sqrt (INR (S k)) + sqrt (INR (S (S k))))) /\
  1 + sum (T - 1) (fun k => 2 / (sqrt (INR (S k)) + sqrt (INR (S (S k)))))
    = 1 + sum (T - 1) (fun k => 2 * (sqrt (INR (S (S k))) - sqrt (INR (S k)))) /\
  1 + sum (T - 1) (fun k => 2 * (sqrt (INR (S (S k))) - sqrt (INR (S k)))) = 2 * sqrt (INR T) - 1.
Proof.
  intros HT.
  assert (E : sum (T - 1) (fun k => 2 / (sqrt (INR (S k)) + sqrt (INR (S (S k)))))
    = sum (T - 1) (fun k => 2 * (sqrt (INR (S (S k))) - sqrt (INR (S k)))))
    by (apply sum_equal; intros k _; apply A7_term).
  assert (C : 1 + sum (T - 1) (fun k => 2 * (sqrt (INR (S (S k))) - sqrt (INR (S k)))) = 2 * sqrt (INR T) - 1).
  { destruct T as [| n]; [ lia | ]. replace (S n - 1)%nat with n by lia. clear. induction n as [| n IH].
    - simpl. rewrite sqrt_1. ring.
    - rewrite sum_next. lra. }
  split; [ | split; [ now rewrite E | exact C ] ]. rewrite E, C. now apply A7_sum.
Qed.

(** From below: 2√(T+1) − 2 < Σ 1/√t for all T ≥ 1. Laws: sgd.sum-sqrt-bounds. *)
Theorem A7_from_below T : (1 <= T)%nat -> 2 * sqrt (INR (S T)) - 2 < root_sum T.
Proof.
  assert (Term : forall t, 2 * (sqrt (INR (S (S t))) - sqrt (INR (S t))) < 1 / sqrt (INR (S t))).
  { intros t. pose proof (root_positive (S t) ltac:(lia)) as Hb.
    pose proof (root_next (S t)) as E. pose proof (root_increases (S t)) as L.
    set (a := sqrt (INR (S (S t)))) in *. set (b := sqrt (INR (S t))) in *.
    apply Rmult_lt_reg_r with b; [ exact Hb | ]. replace (1 / b * b) with 1 by (field; lra). nra. }
  intros HT. induction T as [| [| T] IH]; [ lia | | ].
  - specialize (Term O). rewrite root_sum_1. simpl in *. rewrite sqrt_1 in *. lra.
  - specialize (IH ltac:(lia)). specialize (Term (S T)). rewrite root_sum_next. lra.
Qed.

(** The bound A-(8) is at least √2 times DG/√T, and equal exactly at α = D/(√2 G). Laws: sgd.const-larger. *)
Theorem A8_at_least_root_two T D G alpha :
  (1 <= T)%nat -> 0 < D -> 0 < G -> 0 < alpha ->
  sqrt 2 * (D * G / sqrt (INR T)) <= D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T) /\
  (D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T) = sqrt 2 * (D * G / sqrt (INR T))
   <-> alpha = D / (sqrt 2 * G)).
Proof.
  intros HT HD HG Ha. pose proof (root_positive T HT) as Hr. set (r := sqrt (INR T)) in *.
  assert (H2 : sqrt 2 * sqrt 2 = 2) by (apply sqrt_sqrt; lra).
  assert (Hq : 0 < sqrt 2) by (apply sqrt_lt_R0; lra). set (q := sqrt 2) in *.
  assert (E : D * D / (2 * alpha * r) + G * G * alpha / r - q * (D * G / r)
    = (D - q * G * alpha) * (D - q * G * alpha) / (2 * alpha * r)).
  { apply Rmult_eq_reg_r with (2 * alpha * r); [ | apply Rgt_not_eq; nra ]. field_simplify; [ | lra | lra ].
    replace (q ^ 2) with 2 by nra. ring. }
  assert (P : 0 < 2 * alpha * r) by nra. set (x := D - q * G * alpha) in *.
  assert (0 <= x * x / (2 * alpha * r)).
  { apply Rmult_le_pos; [ nra | now apply Rlt_le, Rinv_0_lt_compat ]. }
  split; [ lra | ]. split; intros H'.
  - assert (Z : x * x / (2 * alpha * r) * (2 * alpha * r) = 0) by (rewrite <- E, H'; ring).
    replace (x * x / (2 * alpha * r) * (2 * alpha * r)) with (x * x) in Z by (field; lra).
    assert (x = 0) by nra. apply Rmult_eq_reg_r with (q * G); [ | nra ].
    unfold x in *. field_simplify; lra.
  - assert (x = 0) by (unfold x; rewrite H'; field; lra).
    replace (x * x / (2 * alpha * r)) with 0 in E by (replace x with 0; field; lra). lra.
Qed.

(** The bound A-(8) is 1/(2q) + q times DG/√T, q = αG/D; and that is at least √2, and √2 exactly where √2 αG = D.
    Laws: sgd.const-larger. *)
Theorem A8_price T D G alpha :
  (1 <= T)%nat -> 0 < D -> 0 < G -> 0 < alpha ->
  let q := alpha * G / D in
  D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T)
    = (1 / (2 * q) + q) * (D * G / sqrt (INR T)) /\
  sqrt 2 <= 1 / (2 * q) + q /\ (1 / (2 * q) + q = sqrt 2 <-> sqrt 2 * (alpha * G) = D).
Proof.
  intros HT HD HG Ha q. pose proof (root_positive T HT) as Hr.
  assert (Hq : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
  assert (P : 0 < D * G / sqrt (INR T)) by (apply Rdiv_lt_0_compat; [ apply Rmult_lt_0_compat | ]; lra).
  assert (E : D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T)
    = (1 / (2 * q) + q) * (D * G / sqrt (INR T))) by (unfold q; field; lra).
  destruct (A8_at_least_root_two T D G alpha HT HD HG Ha) as [Least Equal]. rewrite E in Least, Equal.
  split; [ exact E | ]. split; [ now apply Rmult_le_reg_r in Least | ].
  transitivity (alpha = D / (sqrt 2 * G)).
  - rewrite <- Equal. split; intros H; [ now rewrite H | ]. apply Rmult_eq_reg_r in H; [ exact H | lra ].
  - split; intros H; [ rewrite H; field; lra | ]. rewrite <- H. field. lra.
Qed.

(** The bound A-(8) strictly decreases in T, unless D = G = 0. Laws: sgd.anytime-decrease. *)
Theorem A8_decreases T D G alpha :
  (1 <= T)%nat -> 0 < alpha -> 0 < D * D + G * G ->
  D * D / (2 * alpha * sqrt (INR (S T))) + G * G * alpha / sqrt (INR (S T))
  < D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T).
Proof.
  intros HT Ha H. pose proof (root_positive T HT) as Hr. pose proof (root_increases T) as L.
  assert (E : forall r, 0 < r ->
    D * D / (2 * alpha * r) + G * G * alpha / r = (D * D / (2 * alpha) + G * G * alpha) * / r)
    by (intros; field; lra).
  rewrite !E by lra. apply Rmult_lt_compat_l.
  - assert (0 < / (2 * alpha)) by (apply Rinv_0_lt_compat; lra). unfold Rdiv.
    assert (0 <= D * D * / (2 * alpha) /\ 0 <= G * G * alpha) by (split; apply Rmult_le_pos; nra).
    destruct (Req_dec D 0) as [-> | ]; [ assert (0 < G * G * alpha) by (apply Rmult_lt_0_compat; lra); lra | ].
    assert (0 < D * D * / (2 * alpha)) by (apply Rmult_lt_0_compat; nra). lra.
  - apply Rinv_lt_contravar; [ nra | exact L ].
Qed.

(** A-(2): where a loss has a least value. Limit points come from the completeness of the reals, a coordinate at a time, so
    that no sequence has to be chosen. *)

From Coq Require Import Reals.Rtrigo_def Reals.Exp_prop.
From GradientLaws Require Export NearestPoint Logarithm.

Implicit Types Theta : vector -> Prop.
Implicit Types f : vector -> R.

(** No point of Θ is farther from 0 than some number. *)
Definition bounded (d : nat) Theta : Prop := exists b, forall theta, Theta theta -> norm d theta <= b.

(** f is continuous on Θ. *)
Definition continuous (d : nat) Theta f : Prop :=
  forall p, Theta p -> forall eps, 0 < eps -> exists delta, 0 < delta /\
    forall theta, Theta theta -> norm d (minus p theta) < delta -> Rabs (f theta - f p) < eps.

(** Ever fewer points as e falls, and never none. *)
Definition dwindling (F : R -> vector -> Prop) : Prop :=
  (forall e e' theta, 0 < e <= e' -> F e theta -> F e' theta) /\ forall e, 0 < e -> ~ (forall theta, ~ F e theta).

(** They gather at a value of every coordinate that is bounded. *)
Lemma dwindling_coordinate F i b :
  dwindling F -> (forall theta, F 1 theta -> - b <= theta i <= b) ->
  exists a, dwindling (fun e theta => F e theta /\ a - e <= theta i <= a + e).
Proof.
  intros [Fewer Some] Bound.
  set (below := fun a => exists e, 0 < e /\ forall theta, F e theta -> a <= theta i).
  destruct (completeness below) as [a [Upper Least]].
  - exists b. intros a (e & He & Ha). apply Rnot_lt_le. intros B.
    assert (M : 0 < Rmin 1 e) by (apply Rmin_pos; lra). apply (Some _ M). intros theta H.
    pose proof (Ha theta (Fewer _ _ _ (conj M (Rmin_r 1 e)) H)).
    pose proof (Bound theta (Fewer _ _ _ (conj M (Rmin_l 1 e)) H)). lra.
  - exists (- b), 1. split; [ lra | ]. intros theta H. now apply Bound.
  - exists a. split.
    + intros e e' theta He [H Near]. split; [ now apply (Fewer e) | lra ].
    + intros e He None. assert (a <= a - e); [ | lra ]. apply Least. intros c (e' & He' & Hc).
      apply Rnot_lt_le. intros B. assert (M : 0 < Rmin e e') by now apply Rmin_pos.
      assert (a + e <= a); [ | lra ]. apply Upper. exists (Rmin e e'). split; [ exact M | ]. intros theta H.
      pose proof (Hc theta (Fewer _ _ _ (conj M (Rmin_r e e')) H)). apply Rnot_lt_le. intros C.
      apply (None theta). split; [ exact (Fewer _ _ _ (conj M (Rmin_l e e')) H) | lra ].
Qed.

(** And at a point, in all dimensions. *)
Lemma dwindling_point d F b :
  dwindling F -> (forall theta, F 1 theta -> forall i, (i < d)%nat -> - b <= theta i <= b) ->
  exists p, dwindling (fun e theta => F e theta /\ forall i, (i < d)%nat -> p i - e <= theta i <= p i + e).
Proof.
  intros D. induction d as [| d IH]; intros Bound.
  - exists (fun _ => 0). destruct D as [Fewer Some]. split.
    + intros e e' theta He [H _]. split; [ now apply (Fewer e) | lia ].
    + intros e He None. apply (Some e He). intros theta H. apply (None theta). split; [ exact H | lia ].
  - destruct IH as [p Hp]; [ intros theta H i Hi; apply Bound; auto | ].
    destruct (dwindling_coordinate _ d b Hp) as [a [Fewer Some]]; [ intros theta [H _]; apply Bound; auto | ].
    exists (fun i => if Nat.eq_dec i d then a else p i).
    assert (Same : forall e theta, (F e theta /\ forall i, (i < S d)%nat ->
        (if Nat.eq_dec i d then a else p i) - e <= theta i <= (if Nat.eq_dec i d then a else p i) + e)
      <-> ((F e theta /\ forall i, (i < d)%nat -> p i - e <= theta i <= p i + e) /\ a - e <= theta d <= a + e)).
    { intros e theta. split.
      - intros [H All]. split; [ split; [ exact H | ] | ].
        + intros i Hi. specialize (All i ltac:(lia)). destruct Nat.eq_dec; [ lia | exact All ].
        + specialize (All d ltac:(lia)). destruct Nat.eq_dec; [ exact All | lia ].
      - intros [[H All] Last]. split; [ exact H | ]. intros i Hi.
        destruct Nat.eq_dec as [-> | N]; [ exact Last | apply All; lia ]. }
    split.
    + intros e e' theta He H. apply Same. apply (Fewer e); [ exact He | now apply Same ].
    + intros e He None. apply (Some e He). intros theta H. apply (None theta). now apply Same.
Qed.

(** Every number, between −1 and 1, in the order they have. *)
Definition squeezed (x : R) : R := x / (1 + Rabs x).

Lemma squeezed_between x : -1 <= squeezed x.
Proof.
  unfold squeezed. apply Rmult_le_reg_r with (1 + Rabs x); [ pose proof (Rabs_pos x); lra | ].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by (pose proof (Rabs_pos x); lra). unfold Rabs. destruct Rcase_abs; lra.
Qed.

(** The larger number stays the larger one, and they do not move apart. *)
Lemma squeezed_order x y : x < y -> squeezed x < squeezed y <= squeezed x + (y - x).
Proof.
  intros H. pose proof (Rabs_pos x). pose proof (Rabs_pos y).
  assert (E : (squeezed y - squeezed x) * ((1 + Rabs x) * (1 + Rabs y)) = y * (1 + Rabs x) - x * (1 + Rabs y))
    by (unfold squeezed; field; lra).
  assert (P : 1 <= (1 + Rabs x) * (1 + Rabs y)) by nra.
  assert (B : 0 < y * (1 + Rabs x) - x * (1 + Rabs y) <= (y - x) * ((1 + Rabs x) * (1 + Rabs y)))
    by (unfold Rabs in *; repeat destruct Rcase_abs; split; nra).
  split; [ apply Rnot_le_lt | apply Rnot_lt_le ]; intros C; nra.
Qed.

(** On a closed bounded set that is not empty, a continuous loss has a least value. Laws: sgd.no-minimizer. *)
Theorem A2_minimizer_exists d Theta f :
  closed d Theta -> bounded d Theta -> (exists theta, Theta theta) -> continuous d Theta f ->
  exists p, Theta p /\ forall theta, Theta theta -> f p <= f theta.
Proof.
  intros Closed [b Bound] [first First] Cont.
  destruct (completeness (fun x => exists theta, Theta theta /\ x = - squeezed (f theta))) as [m [Upper Least]].
  - exists 1. intros x (theta & _ & ->). pose proof (squeezed_between (f theta)). lra.
  - now exists (- squeezed (f first)), first.
  - set (F := fun e theta => Theta theta /\ squeezed (f theta) < e - m).
    destruct (dwindling_point d F b) as [p [_ Near]].
    + split; [ intros e e' theta He [H L]; split; [ exact H | lra ] | ].
      intros e He None. assert (m <= m - e); [ | lra ]. apply Least. intros x (theta & H & ->).
      apply Rnot_lt_le. intros C. apply (None theta). split; [ exact H | lra ].
    + intros theta [H _] i Hi. specialize (Bound theta H). pose proof (coordinate_squared d theta i Hi).
      pose proof (squared_norm_of_bound d theta b Bound). pose proof (norm_nonneg d theta). nra.
    + assert (Close : forall e theta, 0 < e -> (forall i, (i < d)%nat -> p i - e <= theta i <= p i + e) ->
        norm d (minus p theta) <= (INR d + 1) * e).
      { intros e theta He H. pose proof (pos_INR d). apply norm_of_bound; [ nra | ].
        apply Rle_trans with (INR d * (e * e)); [ | nra ]. rewrite <- sum_const. apply sum_le. intros i Hi.
        specialize (H i Hi). unfold minus. nra. }
      assert (Hp : Theta p).
      { apply Closed. intros (eps & He & Away). pose proof (pos_INR d) as HI.
        assert (E : 0 < eps / (INR d + 1) / 2) by (repeat apply Rdiv_lt_0_compat; lra).
        apply (Near _ E). intros theta [[H _] All]. specialize (Away theta H).
        pose proof (Close _ theta E All) as C. replace ((INR d + 1) * (eps / (INR d + 1) / 2)) with (eps / 2) in C
          by (field; lra). lra. }
      exists p. split; [ exact Hp | ]. intros theta H. apply Rnot_lt_le. intros B.
      destruct (squeezed_order _ _ B) as [L _].
      assert (Lower : - squeezed (f theta) <= m) by (apply Upper; now exists theta).
      set (gap := squeezed (f p) - squeezed (f theta)). assert (G : 0 < gap / 2) by (unfold gap; lra).
      destruct (Cont p Hp (gap / 2) G) as (delta & Hd & C). pose proof (pos_INR d) as HI.
      set (e := Rmin (gap / 2) (delta / (INR d + 1) / 2)).
      assert (E : 0 < e) by (apply Rmin_pos; [ lra | repeat apply Rdiv_lt_0_compat; lra ]).
      apply (Near e E). intros other [[O Small] All]. pose proof (Close e other E All) as N.
      assert (M : (INR d + 1) * e <= delta / 2).
      { apply Rle_trans with ((INR d + 1) * (delta / (INR d + 1) / 2)); [ apply Rmult_le_compat_l; [ lra | apply Rmin_r ] | ].
        apply Req_le. field. lra. }
      specialize (C other O ltac:(lra)). pose proof (Rmin_l (gap / 2) (delta / (INR d + 1) / 2)) as E'. fold e in E'.
      assert (A : squeezed (f p) <= squeezed (f other) + gap / 2).
      { destruct (Rlt_dec (f other) (f p)) as [Q | Q].
        - destruct (squeezed_order _ _ Q) as [_ R]. unfold Rabs in C. destruct Rcase_abs; lra.
        - destruct (Req_dec (f p) (f other)) as [-> | D]; [ lra | ].
          destruct (squeezed_order (f p) (f other)) as [R _]; [ lra | lra ]. }
      unfold gap in *. lra.
Qed.

(** Over the whole space a linear loss that is not constant has none: every candidate is beaten.
    Laws: sgd.no-minimizer. *)
Theorem A2_no_minimizer d a c : 0 < squared_norm d a -> dot d a (minus c a) < dot d a c.
Proof.
  intros H. assert (E : dot d a (minus c a) = dot d a c - squared_norm d a) by by_coordinates d. lra.
Qed.

(** Nor need one have that is bounded below: e^θ is positive, and every candidate is beaten.
    Laws: sgd.no-minimizer-exp. *)
Theorem A2_no_minimizer_exp c : 0 < exp (c - exp c) < exp c.
Proof. split; [ apply exp_pos | ]. apply exp_increasing. pose proof (exp_pos c). lra. Qed.

# Makes expected.csv from bfi.csv with scikit-learn: python3 expected.py > expected.csv
# bfi.csv holds the first 300 complete rows of ten items (A1-A5, N1-N5) of the public data set `bfi` of the R package
# psychTools; rows 151-300 count double in the weighted runs.
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import adjusted_rand_score, silhouette_score

x = np.loadtxt("bfi.csv", delimiter=",", skiprows=1)
for name, w in (("plain", np.ones(300)), ("weighted", np.r_[np.ones(150), 2 * np.ones(150)])):
    mean = np.average(x, axis=0, weights=w)
    z = (x - mean) / np.sqrt(np.average((x - mean) ** 2, axis=0, weights=w))
    pca = PCA().fit(np.repeat(z, w.astype(int), axis=0))  # a weight of 2 is the row twice
    for i in range(10):
        print(f"{name},share,{i},{pca.explained_variance_ratio_[i]:.17g}")
    for i in range(2):
        for j in range(10):
            print(f"{name},loading,{i}:{j},{pca.components_[i, j]:.17g}")
    for k in (2, 3):
        if name == "plain":
            fit = KMeans(k, n_init=50, random_state=1, tol=0).fit(z)  # the best of many starts
        else:
            fit = KMeans(k, init=z[:k], n_init=1, tol=0).fit(z, sample_weight=w)  # from the first rows
        print(f"{name},inertia,{k},{fit.inertia_:.17g}")
        centres = fit.cluster_centers_[np.argsort(fit.cluster_centers_[:, 0])]
        for i in range(k):
            for j in range(10):
                print(f"{name},centre,{k}:{i}:{j},{centres[i, j]:.17g}")
        if name == "plain":
            print(f"{name},silhouette,{k},{silhouette_score(z, fit.labels_):.17g}")
            half = KMeans(k, n_init=50, random_state=1, tol=0).fit(z[:, :5])
            print(f"{name},rand,{k},{adjusted_rand_score(fit.labels_, half.labels_):.17g}")
